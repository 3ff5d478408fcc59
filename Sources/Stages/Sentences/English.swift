extension Abbreviations {
  /// Abbreviations of English prose, compiled for this project.
  static let english: Abbreviations = {
    var list = Abbreviations()
    list.add(
      """
      e.g i.e viz cf vs v al approx ca circa incl esp resp aka a.k.a op.cit ibid f.e i.v
      """, .always)
    list.add(
      """
      mr mrs ms messrs mme mlle dr prof rev hon fr sr pres gov sen rep reps sens gen col lt capt cmdr adm maj sgt cpl
      pvt pfc brig det supt insp st ste mt ft ph.d
      """, .beforeName)
    list.add(
      """
      no nos p pp vol vols fig figs sec secs ch chap art arts eq eqs ex exs para paras par pt pts tab app n° nr
      jan feb mar apr jun jul aug sep sept oct nov dec
      """, .beforeNumber)
    list.add(
      """
      inc ltd co corp bros jr esq etc dept dist univ assn ave blvd rd ln hwy a.m p.m u.s u.s.a u.k e.u u.n d.c
      """, .either)
    return list
  }()
}

extension WordSet {
  /// Words that begin sentences and seldom go on behind an abbreviation.
  static let englishStarters = WordSet(
    """
    a about after all also although an and another any are as at because before both but by can could did do does
    each even every first for from had has have he her here his how however i if in indeed instead is it it's its
    i'm i've just last later let like many may maybe meanwhile more most my neither never next no nobody nor not
    nothing now of often on once one only or other others our perhaps please she should since so some soon still
    such that that's the their then there there's therefore these they this those though through thus to today
    under unless until we we're well were what when where whether which while who why will with within without
    would yes yet you your
    """)
}
