### El interés que expresa una parte; llega al intermediario.

interest-title = Expresar interés
interest-lead-technologies = Indique a los intermediarios a cuál de sus demandas puede responder esta tecnología. Ellos examinan ambas fichas; no se comunica nada a la otra parte antes de que propongan el emparejamiento.
interest-lead-demands = Indique a los intermediarios cuál de sus tecnologías puede responder a esta demanda. Ellos examinan ambas fichas; no se comunica nada a la otra parte antes de que propongan el emparejamiento.
interest-own = Su ficha
interest-offer-or-need = Lo que ofrece o necesita
interest-why = Por qué precisamente esta
interest-length = Cada uno de los dos textos tiene de 150 a 600 caracteres.
interest-send = Comunicar a los intermediarios
interest-no-own = Elija una ficha publicada de su propia organización.
interest-nothing-own = No tiene ninguna ficha publicada que corresponda a esta.
interest-publish-first = Para expresar interés se necesita una ficha publicada de su propia organización en la otra biblioteca (demandas o tecnologías).
interest-again = Ya ha expresado su interés en este emparejamiento; está en manos de los intermediarios.
interest-proposed = El emparejamiento ya se ha propuesto a ambas partes: responda a la propuesta.
interest-done = Los intermediarios conocen su interés.
