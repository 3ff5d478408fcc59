import Glibc

/// `exp`.
@inline(__always)
func exponential(_ value: Double) -> Double { exp(value) }

/// `log(1 + exp(value))` for values that are not positive.
@inline(__always)
func log1pExp(_ value: Double) -> Double { log1p(exp(value)) }

/// `x` to the power of `y`.
func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }
