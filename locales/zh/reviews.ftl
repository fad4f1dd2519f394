### 审核：待审内容、阅读与评分；以及作者看到的意见。

standing-title = 未公开。
standing-draft = 此记录为草稿，仅本单位和管理人员可见。
standing-submitted = 此记录正在等待审核，仅本单位和管理人员可见。
standing-withdrawn = 此记录已撤回。
standing-archived = 此记录已归档。
standing-rejected = 此记录经审核未通过。

desk-reviews = 待审核
desk-reviews-lead = { $count ->
    [0] 没有等待您审核的记录。
   *[other] { $count } 条记录等待审核，按提交先后排列。
}
desk-reviews-none-text = 企业和使馆提交的记录在审核前显示于此；您所在机构提交的记录由他人审核。
desk-revision = 已发布记录的修改
desk-working-days = { $count ->
    [0] 今日提交
   *[other] 已等待 { $count } 个工作日
}
desk-findings = 自动检查提示：{ $count } 条
desk-duplicates = 可能重复的已发布记录：{ $count } 条

criterion-advantage_or_problem = 优势或问题
criterion-clarity = 清晰度
criterion-cooperation = 合作意向
criterion-rules_and_language = 规范与语言
criterion-hint-advantage_or_problem = 技术是否说明优于替代方案之处？需求的问题是否真实、明确？
criterion-hint-clarity = 不了解该领域的人能否看懂？
criterion-hint-cooperation = 是否说明希望的合作方式？
criterion-hint-rules_and_language = 是否符合入库规范，文字是否通顺？

review-published = 已发布
review-returned = 已退回作者
review-rejected = 未通过
review-done-published = 记录已发布。
review-done-returned = 记录已连同意见退回作者。
review-done-rejected = 记录未通过。
review-changes = 与上次发布版本的差异
review-no-changes = 无。
review-checks = 自动检查结果
review-unchecked = 提交时未经自动检查。
review-nothing-found = 未发现问题。
review-duplicates = 可能重复的已发布记录
review-words-only = 没有语言模型，未查找其他语言的相同记录。
review-score = 您的审核
review-rule = 10–20 分且无零分：发布。5–9 分或有零分：退回作者。低于 5 分：不通过。作者可看到意见，但不知道审核人。
review-points = 分数
review-comment = 意见
review-comment-whole = 总体意见
review-send = 提交审核
review-incomplete = 每项须评 0 至 5 分；不发布的记录须写明理由。
review-stale = 您阅读期间记录已被修改，请重新查看；您的评分仍保留。
review-own = 此记录由您撰写或属于您的单位，须由他人审核。

reviews-title = 审核意见
reviews-heading = { $date }：{ $result }，{ $total } 分（满分 20）
reviews-mark = { $value } 分（满分 5）

column-title = 标题
column-summary = 摘要
column-description = 描述
column-requirements = 具体要求
column-operating_conditions = 运行条件
column-price_min = 最低价格
column-price_max = 最高价格
column-budget_min = 预算下限
column-budget_max = 预算上限
column-currency = 币种
column-translations = 译文
column-lang = 语言
column-external_id = 外部编号
standing-suspended = 所属机构已被暂停，此记录暂不显示。
