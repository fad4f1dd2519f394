### Требования, которые часто указывают в области; предлагаются в форме запроса. «…» заполняет автор.

templates-title = Частые требования: { $value }
templates-title-all = Частые требования по областям
templates-lead = Нажмите на требование, чтобы добавить его в список, и заполните места, отмеченные «…».

template-power = Электропитание на площадке: … В, … Гц или отсутствует
template-climate = Полная производительность при температуре от … до … °C и относительной влажности до … %
template-standard = Соответствие стандарту … и допуск к применению в стране: …
template-spares = Поставка запасных частей в течение … дней
template-training = Обучение операторов: … чел., язык: …

template-agriculture-area = Обслуживаемая площадь: … га, культура: …
template-agriculture-water = Расход воды: не более … м³ на гектар за сезон
template-agriculture-salinity = Допустимая солёность поливной воды: до … г/л
template-agriculture-yield = Урожайность: не менее … т с гектара

template-energy-output = Мощность: … кВт, выработка не менее … кВт·ч в сутки
template-energy-grid = Подключение к сети: … кВ, … Гц или автономная работа
template-energy-storage = Накопитель: … кВт·ч, не менее … ч без генерации
template-energy-cost = Стоимость энергии за срок службы: не более … (валюта: …) за кВт·ч

template-transport-capacity = Провозная способность: … пассажиров или … т в сутки
template-transport-axle = Нагрузка на ось до … т, ширина колеи или категория дороги: …
template-transport-range = Запас хода: не менее … км на одной зарядке или заправке

template-ict-users = Число пользователей: …, из них одновременно: …
template-ict-languages = Языки интерфейса: …
template-ict-data = Хранение данных: … (страна или собственный сервер), срок: … лет
template-ict-bandwidth = Работа при скорости канала … Мбит/с и … ч без связи
template-ict-interfaces = Сопряжение с действующими системами: …

template-water-capacity = Производительность: … м³ воды в сутки
template-water-salinity = Солёность исходной воды: до … г/л

template-resources-feed = Перерабатываемая руда или отходы: … т в сутки, содержание … (вещество) … %
template-resources-recovery = Степень извлечения: не менее … % вещества …
template-resources-residues = Остатки или рассол: не более … т в сутки, способ удаления: …

template-environment-flow = Расход очищаемых стоков: … м³ в сутки, пиковый … м³/ч
template-environment-inflow = Поступающие стоки: ХПК … мг/л, взвешенные вещества … мг/л
template-environment-limits = Сброс по нормативу …: ХПК не более … мг/л
template-environment-energy = Расход энергии: не более … кВт·ч на м³
template-environment-monitoring = Измерение … (вещества) каждые … мин с погрешностью не более … %

template-ocean-depth = Рабочая глубина: не менее … м
template-ocean-sea = Работа при волнении до … баллов и течении … м/с
template-ocean-endurance = Автономность в море: … суток без обслуживания
template-ocean-corrosion = Защита от коррозии в морской воде: … лет
template-ocean-data = Передача данных каждые … мин по каналу … (спутник, радио)

template-manufacturing-throughput = Производительность: … изделий в час, смен в сутки: …
template-manufacturing-tolerance = Допуск: ± … мм
template-manufacturing-floor = Доступная площадь: … м², высота помещения … м
template-manufacturing-local = Местные комплектующие или сборка: не менее … % стоимости

template-materials-strength = Прочность: не менее … МПа при … °C
template-materials-purity = Чистота или состав: не менее … % вещества …
template-materials-quantity = Объём: … т в год, первая поставка … т
template-materials-life = Срок службы: не менее … лет в среде …

template-aerospace-resolution = Пространственное разрешение … м, точность привязки … м
template-aerospace-revisit = Повторная съёмка каждые … суток, передача данных в течение … ч
template-aerospace-payload = Полезная нагрузка: … кг на дальность … км
template-aerospace-wind = Полёт при ветре до … м/с и на высоте … м над уровнем моря
template-aerospace-permit = Разрешение на полёты или частоты выдаёт … (орган)

template-health-patients = Пациентов в сутки: … или проб в сутки: …
template-health-accuracy = Чувствительность не менее … %, специфичность не менее … %
template-health-registration = Регистрация в качестве лекарства или медицинского изделия: … (орган)
template-health-storage = Хранение и перевозка при температуре от … до … °C, срок годности … мес.
template-health-evidence = Клинические данные: не менее … пациентов в … центрах

template-disaster-coverage = Охват: … км² или … человек
template-disaster-warning = Оповещение не менее чем за … мин до явления: …
template-disaster-false = Доля ложных тревог: не более … %
template-disaster-blackout = Работа … ч без электросети и мобильной связи
template-disaster-deployment = Готовность к работе в течение … ч после прибытия, расчёт … чел.
