### Lists, search, filters, paging.

search-technologies = Поиск технологий
search-demands = Поиск потребностей
search-results = Поиск результатов сотрудничества
search-institutions = Поиск учреждений
search-title = Поиск
search-title-for = «{ $value }»
search-scope-all = Все библиотеки
search-lead = Единый поиск по технологиям, потребностям, результатам и учреждениям на любом языке.
search-see-all = { $count ->
    [one] Показать { $count } найденную запись
    [few] Показать все { $count } найденные записи
    [many] Показать все { $count } найденных записей
   *[other] Показать все { $count } найденные записи
}
search-nothing = По запросу «{ $value }» ничего не найдено.
search-nothing-hint = Опишите потребность одной фразой, а не отдельными словами, снимите один из фильтров или сохраните поиск, чтобы получить сообщение, когда появится подходящее.
search-nothing-in = Ничего не найдено в разделах:

list-count = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
   *[other] { $count } записи
}
list-count-found = { $count ->
    [one] Найдена { $count } запись
    [few] Найдены { $count } записи
    [many] Найдено { $count } записей
   *[other] Найдено { $count } записи
}
list-empty-title = Здесь пока ничего нет
list-empty-text = Когда будет опубликована первая запись, она появится на этой странице.
list-none-title = Ничего не подходит
list-none-text = Уменьшите число слов, выберите другие слова или уберите фильтр.
found-by-meaning = найдено по смыслу
sort-label = Сортировка
sort-relevance = по соответствию
sort-newest = сначала новые
sort-title = по заголовку
filters = Фильтры
filters-active = Действующие фильтры
filter-remove = Убрать фильтр
filters-clear = Убрать все
facet-more = Ещё { $count }
facet-library = Библиотека
facet-field = Область
facet-country = Страна
facet-mode = Сотрудничество
facet-kind = Вид
facet-service = Услуга
facet-region = Регион
facet-lang = Язык
pager-label = Страницы
pager-first = К первой странице
pager-next = Следующая страница
sort-updated = по времени изменения
facet-target_country = Для страны
facet-trl = Готовность
facet-urgency = Срочность
facet-progress = Ход выполнения
facet-operation = Состояние
facet-year = Год
readiness-1-3 = TRL 1–3: исследования
readiness-4-6 = TRL 4–6: разработка
readiness-7-9 = TRL 7–9: применение
