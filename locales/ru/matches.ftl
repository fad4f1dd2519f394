### Matches, dossiers, coverage.

match-open = Открыть досье
score-label = такова примерная доля предложений с этой оценкой, признанных полным ответом в испытательных наборах
verdict-met = выполнено
verdict-partly = выполнено частично
verdict-unmet = не выполнено
verdict-unknown = не указано
coverage-title = Требование за требованием
coverage-lead = Что требует заказчик на своём языке и какое предложение из описания технологии решает вопрос.
coverage-requirement = Требование
coverage-verdict = Ответ
coverage-evidence = Что сказано о технологии
coverage-nearest = Ближайшее предложение:
coverage-no-evidence = В описании технологии об этом не сказано. Это повод спросить, а не отказ.
coverage-none = В этой потребности требования не перечислены, поэтому подбор основан на приведённых ниже признаках.
coverage-met = выполнено требований: { $count } из { $total }
coverage-partly = частично: { $count }
coverage-unmet = не выполнено: { $count }
coverage-unknown = не указано: { $count }
signals-title = Как получена оценка
signals-lead = Каждый признак повышает или понижает оценку. Полоса показывает, насколько, относительно самого сильного признака.
signals-name = Признак
signals-value = Значение
signals-contribution = Вклад
signals-reason = Основание
dossier-title = Досье
dossier-results = Подтверждающие результаты
dossier-no-results = В библиотеке результатов нет достаточно близкого проекта для подтверждения.
dossier-institutions = Учреждения, способные обеспечить внедрение
dossier-no-institutions = В библиотеке нет учреждения, работающего в этой стране и области.
dossier-history = История
dossier-history-by-service = { $status } (сервис)
dossier-history-by-person = { $status } (сотрудник)
dossier-algorithm = Рассчитано { $date } алгоритмом { $version }.
dossier-score-meaning = Оценка вероятности полного ответа: { $value }. В испытательных наборах высокие оценки оказывались несколько завышенными.
demand-matches = Технологии, отвечающие этой потребности
demand-matches-lead = { $count ->
    [one] { $count } предложение, рассчитано { $date }.
    [few] { $count } предложения, лучшие — первыми, рассчитано { $date }.
    [many] { $count } предложений, лучшие — первыми, рассчитано { $date }.
   *[other] { $count } предложения, лучшие — первыми, рассчитано { $date }.
}
demand-matches-with-brokers = { $value } найдены технологии, которые могут ответить на эту потребность. Сначала их смотрит брокер; затем каждая сторона видит то, что ей предложено.
no-match-title = Соответствий пока нет.
no-match-text = { $date } { $count ->
    [one] рассмотрена { $count } технология, и она не отвечает
    [few] рассмотрены { $count } технологии, и ни одна не отвечает
    [many] рассмотрено { $count } технологий, и ни одна не отвечает
   *[other] рассмотрено { $count } технологии, и ни одна не отвечает
} этой потребности. Она остаётся открытой, и поиск повторяется при каждом добавлении или изменении технологии.
no-match-nearest = Ближайшие технологии и чего недостаёт каждой
no-match-lacks = Отсутствует или не указано:
technology-matches = Потребности, которым отвечает эта технология
technology-no-matches = В настоящее время подходящих открытых потребностей нет.

reason-meaning = тексты в целом близки по смыслу на { $a } %
reason-brief = все требования в совокупности близки к технологии на { $a } %
reason-sentences = при сравнении предложений тексты близки на { $a } %
reason-focus = описание технологии близко к запрошенному на { $a } %
reason-answers = с учётом важности выполнено, по-видимому, около { $a } % требований
reason-alignment = дословное сходство двух текстов — { $a } %
reason-title = заголовки близки по смыслу на { $a } %
reason-words = общие слова ({ $a } из 100)
reason-bridges = общие числа, формулы или названия ({ $a } из 100)
reason-things = названо обеими сторонами: { $b } ({ $a } % запрошенного)
reason-things-none = ничего из названного в запросе не названо
reason-field-common = общая область: { $a }
reason-field-none = общей области нет
reason-country-target = поставщик ищет партнёров в стране: { $a }
reason-country-other = среди целевых стран поставщика нет страны: { $a }
reason-mode-common = предлагается и принимается: { $a }
reason-mode-none = нет формы сотрудничества, приемлемой для обеих сторон
reason-trl-enough = уровень готовности { $a }, требуется не ниже { $b }
reason-trl-below = уровень готовности { $a }, ниже требуемого { $b }
reason-price-within = цена укладывается в бюджет
reason-price-above = цена превышает бюджет
reason-conditions-covered = все сопоставимые условия эксплуатации выполнены ({ $a })
reason-conditions-missed = условия эксплуатации выполнены не полностью: { $a }
reason-language-same = оба текста на одном языке ({ $a })
reason-expiry = обе записи действительны по крайней мере до { $a }
reason-dossier-country-field = та же страна, та же область: { $a }
reason-dossier-country = та же страна
reason-dossier-region-field = тот же регион, та же область: { $a }
reason-dossier-region = тот же регион
reason-dossier-field = та же область: { $a }
reason-dossier-meaning = близко по смыслу
reason-dossier-technology = используется именно эта технология
side-demands = Потребность
side-technologies = Технология
side-results = Результат
side-institutions = Учреждение
matches-not-shown = Технологии, подобранные для этой потребности, видны сторонам и брокерам после входа.
signal-meaning = Смысл
signal-brief = Все требования в совокупности
signal-sentences = По предложениям
signal-focus = Соответствие запросу
signal-alignment = Сходство по словам
signal-answers = Выполненные требования
signal-title = Заголовок
signal-words = Общие слова
signal-bridges = Общие числа и формулы
signal-things = Предметы, названные обеими сторонами
signal-field = Область
signal-country = Целевая страна
signal-mode = Сотрудничество
signal-trl = Готовность
signal-price = Цена и бюджет
signal-conditions = Условия эксплуатации
signal-language = Язык
signal-expiry = Срок действия
