### The broker's desk: queue, open cases, screenings; and what people were told.

desk-title = Рабочий стол
desk-queue = Очередь
desk-cases = Мои дела
desk-screenings = Экспортные проверки
desk-field = Область
desk-country = Страна потребности
desk-language = Язык
desk-state = Состояние
desk-whose = Кому назначено
desk-any = Без ограничений
desk-waiting = Решение ещё не принято
desk-anybody = Кому угодно
desk-assigned-me = Мне
desk-assigned-nobody = Никому
desk-narrow = Показать
desk-empty-title = Решать нечего.
desk-empty-text = Новые предложения появляются здесь сразу после публикации или изменения потребности или технологии.
desk-key-move = перемещение
desk-key-open = открыть
desk-key-dismiss = отклонить, затем цифра причины
desk-key-mark = отметить
desk-mark = Отметить
desk-marked = Отмеченные:
desk-dismiss-marked = Отклонить отмеченные
desk-dismissed = { $count ->
    [one] Отклонён { $count } подбор.
    [few] Отклонены { $count } подбора.
    [many] Отклонено { $count } подборов.
   *[other] Отклонено { $count } подбора.
}
desk-no-cases-title = У вас нет открытых дел.
desk-no-cases-text = Возьмите дело из очереди или дождитесь, когда его вам назначат.

screening-lead = Технологии открытых подборов, которые должны пройти экспортную проверку, прежде чем стороны будут представлены друг другу.
screening-none-title = Проверять нечего.
screening-none-text = Все технологии открытых подборов проверены в нынешнем виде по действующему каталогу.
screening-look = Посмотреть
screening-why-unscreened = проверки не было
screening-why-older_catalogue = проверено по устаревшему каталогу
screening-why-technology_changed = с тех пор изменено
screening-waiting = { $count ->
    [one] ожидает { $count } подбор
    [few] ожидают { $count } подбора
    [many] ожидают { $count } подборов
   *[other] ожидает { $count } подбора
}
screening-catalogues = Каталоги
screening-in-force = действует с { $value }
screening-entries = { $count ->
    [one] { $count } позиция
    [few] { $count } позиции
    [many] { $count } позиций
   *[other] { $count } позиции
}
screening-file = Файл каталога
screening-import = Импортировать каталог
screening-import-hint = JSON Lines: в первой строке каталог, в каждой из остальных — одна позиция.
screening-unreadable = Не удаётся прочитать каталог: { $value }
screening-done-recorded = Итог проверки записан.
screening-done-imported = Каталог импортирован. Проверенное по устаревшему каталогу подлежит повторной проверке.
screening-near = Ближайшие позиции каталога
screening-near-lead = Это подсказка, а не проверка.
screening-near-none = Близких позиций в каталоге нет.
screening-entry = Позиция
screening-nearness = Близость
screening-record = Записать итог проверки
screening-outcome = Итог
screening-more-entries = Другие рассмотренные позиции (коды через запятую)
screening-against = по каталогу от { $value }

notices-title = Уведомления
notices-none = Уведомлений пока нет.
notices-read = Отметить как прочитанное
notices-read-all = Отметить все как прочитанные

live-new = С тех пор как вы открыли эту страницу, появилось новое:
live-show = показать

view-tabs = Сохранённые выборки
view-new = Сохранить эти фильтры под названием
view-save = Сохранить выборку
view-manage = Переименовать или удалить эту выборку
view-new-name = Название
view-rename = Переименовать
view-remove = Удалить эту выборку
view-too-many = У вас уже 20 сохранённых выборок. Чтобы сохранить ещё одну, сначала удалите какую-нибудь из них.
view-fault-name-required = Выборке нужно название: не более 60 знаков, в одну строку.
view-fault-name-taken = У вас уже есть выборка с таким названием.
view-fault-filters-required = Сначала выберите хотя бы один фильтр.
view-fault-filters-unknown_field = Такой области нет.
view-fault-filters-unknown_country = Такой страны нет.
view-fault-filters-unknown_language = Такого языка нет.
view-fault-filters-invalid = Выборка охватывает либо ваши подборы, либо никому не назначенные, либо назначенные одному человеку.
screening-no-catalogue-text = Технологию можно проверить, когда распорядитель библиотек импортирует каталог на странице экспортных проверок.
notices-none-text = Здесь сообщается, когда предложение ждёт вашего ответа, запись проверена или дело продвинулось.
desk-most = Показаны { $value } самых ценных; остальные поднимаются по мере того, как по этим принимают решения.
desk-why = Что говорит в её пользу
desk-export-open = Проверена; сегодня ничто не препятствует представлению сторон.
