# Mots communs aux pages et aux documents.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-alone-1 = janvier
month-alone-2 = février
month-alone-3 = mars
month-alone-4 = avril
month-alone-5 = mai
month-alone-6 = juin
month-alone-7 = juillet
month-alone-8 = août
month-alone-9 = septembre
month-alone-10 = octobre
month-alone-11 = novembre
month-alone-12 = décembre

unit-b = octets
unit-kib = Kio
unit-mib = Mio
unit-gib = Gio
unit-tib = Tio

count-items =
    { $count ->
        [one] { $count } élément
       *[other] { $count } éléments
    }
count-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }

word-yes = Oui
word-no = Non
word-unknown = Donnée inconnue
word-not-stated = Non indiqué
word-not-applicable = Sans objet

lang-ar = arabe
lang-zh = chinois
lang-en = anglais
lang-fr = français
lang-ru = russe
lang-es = espagnol

class-public = Public
class-official = Usage officiel
class-restricted = Diffusion restreinte
class-confidential = Confidentiel
class-secret = Secret
class-top-secret = Très secret
