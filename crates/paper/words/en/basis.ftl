# The legal basis: what else stands on the list.

basis-why-council-freeze = The Security Council decided that all States freeze such assets without delay.
basis-why-included-in-treaties = The offence is deemed included in the extradition treaties between the two States; the convention itself is not taken as the basis.
basis-why-not-needed = No legal basis is needed; the instrument speaks of this form of cooperation.

basis-gives-arrest = Arrest until extradition is decided
basis-gives-electronic-original = An electronic request is an original

basis-lacks-extradition-law = Whether the requested State requires a treaty for extradition is not known
basis-lacks-basis-declaration = Whether it takes a multilateral convention as that treaty is not known
