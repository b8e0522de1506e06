# La base juridique : ce qui figure encore sur la liste.

basis-why-council-freeze = Le Conseil de sécurité a décidé que tous les États gèlent sans attendre de tels avoirs.
basis-why-included-in-treaties = L’infraction est réputée comprise dans les traités d’extradition entre les deux États ; la convention elle-même n’est pas prise pour base.
basis-why-not-needed = Aucune base juridique n’est nécessaire ; l’instrument traite de cette forme de coopération.

basis-gives-arrest = Arrestation jusqu’à la décision sur l’extradition
basis-gives-electronic-original = Une demande électronique vaut original

basis-lacks-extradition-law = On ignore si l’État requis subordonne l’extradition à un traité
basis-lacks-basis-declaration = On ignore s’il prend une convention multilatérale pour ce traité

basis-help-mla = Entraide judiciaire
basis-help-extradition = Extradition
basis-help-transfer-of-proceedings = Transfert des poursuites pénales
basis-help-electronic-evidence = Preuve électronique
basis-help-joint-investigation = Équipe commune d’enquête
basis-help-freezing = Gel des avoirs
basis-help-spontaneous-information = Information spontanée
basis-help-police = Coopération policière
basis-help-notice = Notice

basis-binding-both = Lie les deux États
basis-binding-undated = Les deux sont parties ; depuis quand n’est pas indiqué
basis-binding-entry-unknown = Partie ; le jour où l’instrument a commencé à la lier n’est pas connu
basis-binding-succession = État successeur ; depuis quand il est lié n’est pas indiqué
basis-binding-no-list = Il n’y a pas ici de liste de ses parties
basis-binding-signed-then = Seulement signé à la date de la liste
basis-binding-absent-then = Absent de la liste à sa date ; a pu devenir partie depuis
basis-binding-not-yet = Pas encore en vigueur entre les deux
basis-binding-reserved = Une réserve exclut cette forme d’entraide
basis-binding-denounced = Dénoncé par l’un des deux
basis-binding-only-signed = Signé sans consentement à être lié
basis-binding-not-joined = Les deux ne sont pas parties
basis-binding-no-treaty = Un dispositif non contraignant

atlas-title = Atlas des traités
atlas-lead = Ce qui lie deux États un jour donné, ce qui ne les lie pas, et ce qu’on ignore.
atlas-one = Un État
atlas-other = L’autre État
atlas-kind = Forme d’entraide
atlas-on = À la date du
atlas-on-hint = Année, mois et jour : 2026-03-01
atlas-same = Choisissez deux États différents.
atlas-bad-day = Ce n’est pas une date. Écrivez année, mois et jour : 2026-03-01.
atlas-binding = Lie les deux États
atlas-unknown = Inconnu
atlas-not-binding = Ne lie pas
atlas-none = Rien.
atlas-instrument = Instrument
atlas-article = Article
atlas-gives = Apporte
atlas-since = En vigueur entre les deux depuis
atlas-as-of = Données du
atlas-why = Pourquoi
atlas-ask = À qui demander
atlas-ask-depositary = Le dépositaire : { $name }
atlas-ask-states = L’autorité centrale de : { $states }
atlas-old = plus de 180 jours
atlas-whole = tout l’instrument
atlas-gaps-title = Nos lacunes
atlas-gaps-lead = La situation de notre État à l’égard des dix-neuf instruments universels contre le terrorisme, et les États avec lesquels un traité le lie.
atlas-gaps-nineteen = Les dix-neuf instruments
atlas-standing = Situation
atlas-reach = Avec qui un traité nous lie
atlas-reach-lead = Nombre d’États pour chaque forme d’entraide.
atlas-reach-binding = Un traité lie
atlas-reach-unknown = Inconnu
atlas-reach-none = Aucun traité
atlas-would = Ce que changerait une adhésion
atlas-would-lead = Les demandes en cours que vous pouvez lire et qu’aucun traité ne porte aujourd’hui.
atlas-would-none = Aucune d’elles n’y gagnerait une base.
atlas-would-line = { $n ->
    [one] Si notre État devenait partie à { $instrument }, une demande en cours y gagnerait une base :
   *[other] Si notre État devenait partie à { $instrument }, { $n } demandes en cours y gagneraient une base :
}
atlas-to-gaps = Nos lacunes
atlas-alone-not-joined = Non partie
atlas-alone-not-yet = Pas encore en vigueur
atlas-alone-denounced = Dénoncé
atlas-back = Comparer deux États

basis-letter-council = La présente demande est faite en vertu du paragraphe { $article } de la résolution { $title } du Conseil de sécurité.
basis-letter-procedure = Elle est à exécuter conformément à l’article { $article } de l’instrument suivant : { $title }.
basis-letter-procedure-general = Elle est à exécuter conformément à l’instrument suivant : { $title }.
basis-letter-supporting-article = Il est renvoyé à l’article { $article } de l’instrument suivant : { $title }.
basis-letter-supporting-general = Il est renvoyé à l’instrument suivant : { $title }.
