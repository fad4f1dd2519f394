### Names of codes: the part after the family name is the code as stored and sent by the API.

mode-licence = Лицензия
mode-assignment = Уступка прав
mode-sale = Продажа оборудования
mode-joint_rd = Совместные НИОКР
mode-joint_venture = Совместное предприятие
mode-technical_service = Технические услуги
mode-turnkey = Проект «под ключ»
mode-demonstration = Демонстрация
mode-training = Обучение

ip_status-none = Права не заявлены
ip_status-applied = Подана заявка
ip_status-granted = Права предоставлены
ip_status-secret = Коммерческая тайна
ip_status-mixed = Несколько видов

ip_kind-patent = Патент на изобретение
ip_kind-utility_model = Полезная модель
ip_kind-design = Промышленный образец
ip_kind-software = Авторское право на программу
ip_kind-plant_variety = Сорт растений
ip_kind-trade_mark = Товарный знак
ip_kind-know_how = Ноу-хау

export_control-unscreened = Ещё не проверено
export_control-free = Экспорт свободен
export_control-restricted = Экспорт ограничен
export_control-prohibited = Экспорт запрещён

priority-must = обязательно
priority-should = желательно
priority-may = возможно

urgency-low = Низкая
urgency-normal = Обычная
urgency-high = Высокая
urgency-critical = Критическая

result_kind-joint_rd = Совместные НИОКР
result_kind-technology_transfer = Передача технологии
result_kind-joint_laboratory = Совместная лаборатория
result_kind-demonstration_base = Демонстрационная база
result_kind-park_cooperation = Сотрудничество парков
result_kind-training = Обучение
result_kind-exchange_visit = Обмен визитами
result_kind-event = Мероприятие
result_kind-project = Проект

institution_kind-joint_laboratory = Совместная лаборатория
institution_kind-technology_transfer_centre = Центр передачи технологий
institution_kind-science_park = Научный парк
institution_kind-cooperation_base = База сотрудничества
institution_kind-overseas_office = Зарубежное представительство
institution_kind-incubator = Инкубатор
institution_kind-service_firm = Сервисная компания

progress-planned = Запланировано
progress-running = Выполняется
progress-completed = Завершено
progress-cancelled = Отменено

operation-planned = Планируется
operation-operating = Действует
operation-closed = Закрыто

service-policy = Консультации по вопросам политики
service-technology = Технологии
service-projects = Проекты
service-talent = Кадры
service-finance = Финансирование
service-ip = Интеллектуальная собственность
service-legal = Юридические услуги
service-training = Обучение
service-market = Рынок
service-logistics = Логистика

provenance-typed = введено здесь
provenance-imported = импортировано из файла
provenance-harvested = получено из открытого источника

match_status-suggested = Предложено сервисом
match_status-shortlisted = Отобрано
match_status-proposed = Направлено сторонам
match_status-accepted = Принято
match_status-introduced = Стороны представлены
match_status-negotiating = Идут переговоры
match_status-agreed = Достигнуто соглашение
match_status-delivered = Исполнено
match_status-dismissed = Отклонено брокером
match_status-declined = Отклонено стороной
match_status-lapsed = Истёк срок
match_status-withdrawn = Отозвано
match_status-on_hold = Приостановлено

language-zh = китайский
language-en = английский
language-fr = французский
language-ru = русский
language-ar = арабский
language-es = испанский
language-pt = португальский
language-fa = персидский
language-hi = хинди
language-id = индонезийский
language-sw = суахили
language-tr = турецкий
language-vi = вьетнамский
quantity-temperature = Температура
quantity-power = Мощность
quantity-voltage = Напряжение
quantity-mass = Масса
quantity-capacity = Производительность
quantity-frequency = Частота
quantity-altitude = Высота над уровнем моря
quantity-salinity = Солёность
quantity-concentration = Концентрация
quantity-wind_speed = Скорость ветра
quantity-storage_time = Срок хранения
quantity-area = Площадь
quantity-humidity = Влажность
quantity-energy = Энергия
quantity-depth = Глубина
quantity-ph = pH
quantity-head = Напор
quantity-turbidity = Мутность
quantity-flow = Расход
quantity-pressure = Давление
sdg-1 = 1 Ликвидация нищеты
sdg-2 = 2 Ликвидация голода
sdg-3 = 3 Хорошее здоровье и благополучие
sdg-4 = 4 Качественное образование
sdg-5 = 5 Гендерное равенство
sdg-6 = 6 Чистая вода и санитария
sdg-7 = 7 Недорогостоящая и чистая энергия
sdg-8 = 8 Достойная работа и экономический рост
sdg-9 = 9 Индустриализация, инновации и инфраструктура
sdg-10 = 10 Уменьшение неравенства
sdg-11 = 11 Устойчивые города и населённые пункты
sdg-12 = 12 Ответственное потребление и производство
sdg-13 = 13 Борьба с изменением климата
sdg-14 = 14 Сохранение морских экосистем
sdg-15 = 15 Сохранение экосистем суши
sdg-16 = 16 Мир, правосудие и эффективные институты
sdg-17 = 17 Партнёрство в интересах устойчивого развития
