### Interest that a side expresses; it goes to the broker.

interest-title = Manifestar interesse
interest-lead-technologies = Indique aos intermediários a qual das suas necessidades esta tecnologia pode responder. Os intermediários analisam o par; nada é dito à outra parte antes de lhe ser feita a proposta.
interest-lead-demands = Indique aos intermediários qual das suas tecnologias pode responder a esta necessidade. Os intermediários analisam o par; nada é dito à outra parte antes de lhe ser feita a proposta.
interest-own = O seu registo
interest-offer-or-need = O que oferece ou de que necessita
interest-why = Porquê este registo
interest-length = Cada um dos dois textos tem de 150 a 600 caracteres.
interest-send = Informar os intermediários
interest-no-own = Escolha um registo publicado da sua própria organização.
interest-nothing-own = Não tem nenhum registo publicado que possa associar.
interest-publish-first = Para manifestar interesse é necessário um registo publicado da sua própria organização, do lado oposto.
interest-again = Já manifestou interesse neste par; os intermediários estão a tratar do assunto.
interest-proposed = As duas partes já receberam a proposta uma da outra: responda à proposta.
interest-done = Os intermediários foram informados do seu interesse.
