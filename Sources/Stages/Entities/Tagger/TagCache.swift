import CSluiceModels

/// First layers of the words seen last, for one tagger at a time.
final class TagCache: @unchecked Sendable {
  let pointer: OpaquePointer?

  init() { pointer = sluice_tag_cache_make() }

  deinit { if let pointer { sluice_tag_cache_free(pointer) } }
}
