# The legal basis: what else stands on the list.

basis-why-council-freeze = The Security Council decided that all States freeze such assets without delay.
basis-why-included-in-treaties = The offence is deemed included in the extradition treaties between the two States; the convention itself is not taken as the basis.
basis-why-not-needed = No legal basis is needed; the instrument speaks of this form of cooperation.

basis-gives-arrest = Arrest until extradition is decided
basis-gives-electronic-original = An electronic request is an original

basis-lacks-extradition-law = Whether the requested State requires a treaty for extradition is not known
basis-lacks-basis-declaration = Whether it takes a multilateral convention as that treaty is not known

basis-help-mla = Mutual legal assistance
basis-help-extradition = Extradition
basis-help-transfer-of-proceedings = Transfer of criminal proceedings
basis-help-electronic-evidence = Electronic evidence
basis-help-joint-investigation = Joint investigation team
basis-help-freezing = Freezing of assets
basis-help-spontaneous-information = Spontaneous information
basis-help-police = Police cooperation
basis-help-notice = Notice

basis-binding-both = Binds both States
basis-binding-undated = Both joined; since when is not told
basis-binding-entry-unknown = Joined; the day on which it began to bind is not known
basis-binding-succession = A successor State; since when it is bound is not told
basis-binding-no-list = There is no list of its parties here
basis-binding-signed-then = Only signed when the list was made
basis-binding-absent-then = Not on the list when it was made; may have joined since
basis-binding-not-yet = Not yet in force between the two
basis-binding-reserved = A reservation takes this form of assistance out
basis-binding-denounced = Denounced by one of the two
basis-binding-only-signed = Signed without consent to be bound
basis-binding-not-joined = Not joined by both
basis-binding-no-treaty = A scheme, which binds nobody

atlas-title = Treaty atlas
atlas-lead = What binds two States on a day, what does not, and what is unknown.
atlas-one = One State
atlas-other = The other State
atlas-kind = Form of assistance
atlas-on = On the day
atlas-on-hint = Year, month and day, as 2026-03-01
atlas-same = Choose two different States.
atlas-bad-day = This is no day. Write year, month and day, as 2026-03-01.
atlas-binding = Binding
atlas-unknown = Unknown
atlas-not-binding = Not binding
atlas-none = Nothing.
atlas-instrument = Instrument
atlas-article = Article
atlas-gives = Gives
atlas-since = In force between the two since
atlas-as-of = Data as of
atlas-why = Why
atlas-ask = Whom to ask
atlas-ask-depositary = The depositary: { $name }
atlas-ask-states = The central authority of: { $states }
atlas-old = older than 180 days
atlas-whole = whole instrument
atlas-gaps-title = Our gaps
atlas-gaps-lead = How our State stands to the nineteen universal instruments against terrorism, and with whom it has a treaty.
atlas-gaps-nineteen = The nineteen instruments
atlas-standing = Standing
atlas-reach = With whom a treaty binds us
atlas-reach-lead = States, counted for each form of assistance.
atlas-reach-binding = A treaty binds
atlas-reach-unknown = Unknown
atlas-reach-none = No treaty
atlas-would = What joining would change
atlas-would-lead = Pending requests you may read that no treaty carries now.
atlas-would-none = Joining would give none of them a basis.
atlas-would-line = { $n ->
    [one] If our State joined { $instrument }, one pending request would gain a basis:
   *[other] If our State joined { $instrument }, { $n } pending requests would gain a basis:
}
atlas-to-gaps = Our gaps
atlas-alone-not-joined = Not joined
atlas-alone-not-yet = Not yet in force
atlas-alone-denounced = Denounced
atlas-back = Compare two States

basis-letter-council = This request is made under paragraph { $article } of Security Council resolution { $title }.
basis-letter-procedure = It is to be executed in accordance with article { $article } of the { $title }.
basis-letter-procedure-general = It is to be executed in accordance with the { $title }.
basis-letter-supporting-article = Reference is made to article { $article } of the { $title }.
basis-letter-supporting-general = Reference is made to the { $title }.
