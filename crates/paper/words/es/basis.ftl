# La base jurídica: qué más figura en la lista.

basis-why-council-freeze = El Consejo de Seguridad decidió que todos los Estados congelen sin dilación tales activos.
basis-why-included-in-treaties = El delito se considera incluido en los tratados de extradición entre los dos Estados; el convenio mismo no se toma como base.
basis-why-not-needed = No se necesita base jurídica; el instrumento trata de esta forma de cooperación.

basis-gives-arrest = Detención hasta que se decida la extradición
basis-gives-electronic-original = La solicitud electrónica tiene valor de original

basis-lacks-extradition-law = No consta si el Estado requerido supedita la extradición a un tratado
basis-lacks-basis-declaration = No consta si toma un convenio multilateral como ese tratado
