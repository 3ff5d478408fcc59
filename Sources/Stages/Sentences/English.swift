extension Abbreviations {
  /// Abbreviations of English prose, compiled for this project.
  static let english: Abbreviations = {
    var list = Abbreviations()
    list.add(
      """
      e.g eg i.e ie viz cf vs approx ca circa incl esp resp a.k.a op.cit f.e i.v v med btw
      """, .always)
    list.add(
      """
      mr mrs ms messrs mme mlle dr drs prof profs rev revd hon fr msgr Pres gov govs sen sens rep reps gen gens col cols lt
      capt cmdr comdr adm Maj sgt cpl pvt pfc brig Det supt insp ald amb atty attys st ste mt mts pt
      """, .beforeName)
    list.add(
      """
      no nos p pp vol vols fig figs sec secs ch chs chap chaps art arts eq eqs Ex exs para paras par pars pts tab tabs n° nr
      sect sects subsec subd subds subdiv pg pgs ver col fn nn ref refs app suppl pop
      Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun
      rs tel ext
      """, .beforeNumber)
    list.add(
      """
      inc ltd co cos corp bros plc llc jr sr esq etc dept depts dist univ assn assoc ave blvd rd ln hwy bldg
      al ibid ph.d m.d b.a m.a d.phil a.m p.m u.s u.s.a u.k e.u u.n d.c n.y l.a s.a n.v b.v g.m.b.h pty
      est ed eds trans min max hr hrs sq ft lb lbs oz kg
      """, .either)
    // States, courts, reporters, statutes and the words of citations, by the usual forms of American law.
    list.add(
      """
      Ala Ariz Ark Cal Calif Colo Conn Del Fla Ga Haw Ida Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev
      Okla Ore Oreg Pa Penn Penna Tenn Tex Terr Vt Va Wash Wis Wisc Wyo N.Y N.J N.H N.M N.C N.D S.C S.D W.Va R.I D.C P.R
      cir ct cty cnty Sup supr App Supp Div Dist Bankr Crim Civ Proc Evid Prob Juris Rptr Rep Reps Reprt Ed F.2d Cl
      Stat Stats Rev Ann Comp Cong Sess Const Amend amends Reg Regs Rec Res Fed Dec Op ops opn Atty Att'y Gen Adm Admin
      Def Defs Defendant Pl Pls Compl Mot Opp Decl Dep Aff Br Resp Pet petr Tr Pub Priv Gov Govt Gov't Dep't Comm'r Commr
      Comm Comms Ass'n Soc Ins Indus Int'l Intern Nat'l Natl Am Amer Atl Pac So No Cent Mun Emps Emp Eng Eng'g Mfg Mfrs
      Bd Ry R.R Tel Transp Util Hosp Sch Sys Servs Serv Tech Techs Prods Prod Props Prop Labs Lab Hous Inv Invs Sec
      Bus Econ J.L L.J Q.J U.S.C U.S.C.A C.F.R F.3d L.Ed S.Ct conc dis diss dissent cert rel
      aff'd affd rev'd revd vac'd reh'g den'd id Supra infra cl subch Pt Tit Bk Sched Exh Exhs Ch Cls Art Arts
      Vet Veh Welf Cons Super Broad Wall Wn Pat plur nom amend div sub Inst Fam Gov Ev Corp Lab Labor Pen Ord Ords Cts Cas Rul Rulings
      Biol Chem Phys Med Sci Proc Acad Natl Nat Int Mol Cell Res Clin Exp J Am Soc Appl Environ Genet Lett Trans Symp Conf
      """, .citation)
    return list
  }()
}

extension WordSet {
  /// Words that begin sentences and seldom go on behind an abbreviation.
  static let englishStarters = WordSet(
    """
    a about accordingly additionally after all also although an and another any are as at because before both but by can
    consequently could despite did do does during each earlier even every finally first for from furthermore had has have he
    hence her here his how however i if in indeed instead is it it's its i'm i've i'll just last later let like likewise many
    may maybe meanwhile moreover more most my neither never nevertheless next nobody nonetheless nor not nothing now
    of often on once one only or other others otherwise our perhaps please plus rather recently she should
    similarly since so some soon still subsequently such surely that that's the their then there there's therefore these they
    they're this those though through throughout thus to today together tomorrow two under unlike unless until upon we
    we're we've well were what whatever when whenever where whereas whether which while who whose why will with within without
    would yes yesterday yet you you're your
    """)

  /// Words that cannot end a sentence or heading, but for play.
  static let englishOpenWords = WordSet(
    """
    a an the of and or to in on at by for with from into onto upon under over between among through during against
    about than as that which who whose if when while where because although though is are was were be been am
    has have had do does did will would shall should may might must can could not no nor but my your his her its our
    their this these those such per via
    """)

  /// Words that are counted, so that a number behind them is theirs: `section 2. It says`.
  static let englishCounted = WordSet(
    """
    section sections rule rules article articles chapter part parts figure figures fig table tables step no page pages
    phase type volume number amendment title day class grade level count counts year exhibit appendix version
    """)

  /// Words of two or three letters that end sentences and abbreviate nothing.
  static let englishShortWords = WordSet(
    """
    it him her us me you them day way one two out up too now yes was did all do does see say get use far why how who
    men man boy end new old own low few war law job age due dead bad big let try run put her his its our she he we they
    is be so as go to by if in of off or on not any can has had are got saw say him cut set law eye arm leg car
    """)

  /// Words that tell who spoke, behind a quotation: `"Come!" she said.`
  static let englishReporters = WordSet(
    """
    he she they i we it said says asked asks cried cries thought answered replied added shouted whispered yelled
    exclaimed wrote writes told called muttered laughed
    """)

  /// Verbs that follow whoever spoke: `"Come!" Pete said.`
  static let englishSpeechVerbs = WordSet(
    """
    said says say asked asks ask cried cries thought answered answers replied replies added adds shouted whispered yelled
    exclaimed exclaims called calls muttered laughed howled screamed wondered demanded inquired begged snapped sighed
    murmured growled roared gasped
    """)
}
