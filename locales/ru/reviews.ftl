### Reviews: what waits, what is read, what is scored; and what an author reads of it.

standing-title = Не опубликовано.
standing-draft = Эта запись — черновик. Её видят только ваша организация и распорядители библиотек.
standing-submitted = Эта запись ожидает проверки. Её видят только ваша организация и распорядители библиотек.
standing-withdrawn = Эта запись отозвана.
standing-archived = Эта запись перенесена в архив.
standing-rejected = Эта запись проверена и не принята.

desk-reviews = Ожидает проверки
desk-reviews-lead = { $count ->
    [0] Вас ничего не ожидает.
    [one] Ожидает { $count } запись, самые давние — первыми.
    [few] Ожидают { $count } записи, самые давние — первыми.
    [many] Ожидают { $count } записей, самые давние — первыми.
   *[other] Ожидает { $count } записи, самые давние — первыми.
}
desk-reviews-none-text = Здесь стоит то, что отправили фирмы и посольства, пока это не проверено; записи вашей собственной организации проверяют другие.
desk-revision = изменение опубликованной записи
desk-working-days = { $count ->
    [0] ожидает с сегодняшнего дня
    [one] ожидает { $count } рабочий день
    [few] ожидает { $count } рабочих дня
    [many] ожидает { $count } рабочих дней
   *[other] ожидает { $count } рабочего дня
}
desk-findings = Замечания автоматической проверки: { $count }
desk-duplicates = Опубликованные записи, которые она, возможно, повторяет: { $count }

criterion-advantage_or_problem = Преимущество или проблема
criterion-clarity = Ясность
criterion-cooperation = Сотрудничество
criterion-rules_and_language = Правила и язык
criterion-hint-advantage_or_problem = Указано ли, чем технология лучше альтернативы? Реальна ли проблема и изложена ли она?
criterion-hint-clarity = Понятно ли это тому, кто с предметом не знаком?
criterion-hint-cooperation = Указано ли, какое сотрудничество требуется?
criterion-hint-rules_and_language = Соблюдены ли правила библиотеки и хорошо ли написан текст?

review-published = Опубликовано
review-returned = Возвращено автору
review-rejected = Не принято
review-done-published = Запись опубликована.
review-done-returned = Запись возвращена автору с вашими замечаниями.
review-done-rejected = Запись не принята.
review-changes = Что изменилось с последней публикации
review-no-changes = Ничего.
review-checks = Что показала автоматическая проверка
review-unchecked = Запись подана без автоматической проверки.
review-nothing-found = Замечаний нет.
review-duplicates = Опубликованные записи, которые она, возможно, повторяет
review-words-only = Поиск этой же записи на другом языке не проводился: языковой модели не было.
review-score = Ваша проверка
review-rule = 10–20 баллов и ни одного нуля: публикуется. 5–9 баллов или нуль: возвращается автору. Менее 5: не принимается. Автор читает ваши замечания, но не узнаёт, кто вы.
review-points = Баллы
review-comment = Замечание
review-comment-whole = В целом
review-send = Отправить итог проверки
review-incomplete = По каждому критерию нужно поставить от 0 до 5 баллов, а к записи, которая не публикуется, — указать причину в замечании.
review-stale = Пока вы читали, запись изменилась. Просмотрите её ещё раз; ваши баллы сохранены.
review-own = Вы автор этой записи, или она принадлежит вашей организации. Проверить её должен кто-то другой.

reviews-title = Что отметили проверяющие
reviews-heading = { $date }: { $result }, баллов: { $total } из 20
reviews-mark = { $value } из 5

column-title = Заголовок
column-summary = Краткое изложение
column-description = Описание
column-requirements = Требования
column-operating_conditions = Условия эксплуатации
column-price_min = Минимальная цена
column-price_max = Максимальная цена
column-budget_min = Минимальный бюджет
column-budget_max = Максимальный бюджет
column-currency = Валюта
column-translations = Переводы
column-lang = Язык
column-external_id = Собственный номер
standing-suspended = Эта запись скрыта: деятельность её организации приостановлена.
