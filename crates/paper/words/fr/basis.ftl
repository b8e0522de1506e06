# La base juridique : ce qui figure encore sur la liste.

basis-why-council-freeze = Le Conseil de sécurité a décidé que tous les États gèlent sans attendre de tels avoirs.
basis-why-included-in-treaties = L’infraction est réputée comprise dans les traités d’extradition entre les deux États ; la convention elle-même n’est pas prise pour base.
basis-why-not-needed = Aucune base juridique n’est nécessaire ; l’instrument traite de cette forme de coopération.

basis-gives-arrest = Arrestation jusqu’à la décision sur l’extradition
basis-gives-electronic-original = Une demande électronique vaut original

basis-lacks-extradition-law = On ignore si l’État requis subordonne l’extradition à un traité
basis-lacks-basis-declaration = On ignore s’il prend une convention multilatérale pour ce traité
