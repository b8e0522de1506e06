# Palabras comunes a las páginas y a los documentos.

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
month-alone-1 = enero
month-alone-2 = febrero
month-alone-3 = marzo
month-alone-4 = abril
month-alone-5 = mayo
month-alone-6 = junio
month-alone-7 = julio
month-alone-8 = agosto
month-alone-9 = septiembre
month-alone-10 = octubre
month-alone-11 = noviembre
month-alone-12 = diciembre

unit-b = bytes
unit-kib = KiB
unit-mib = MiB
unit-gib = GiB
unit-tib = TiB

count-items =
    { $count ->
        [one] { $count } elemento
       *[other] { $count } elementos
    }
count-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }

word-yes = Sí
word-no = No
word-unknown = Se desconoce
word-not-stated = No indicado
word-not-applicable = No procede

lang-ar = árabe
lang-zh = chino
lang-en = inglés
lang-fr = francés
lang-ru = ruso
lang-es = español

class-public = Público
class-official = Uso oficial
class-restricted = Difusión limitada
class-confidential = Confidencial
class-secret = Secreto
class-top-secret = Alto secreto
