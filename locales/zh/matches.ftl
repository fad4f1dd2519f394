### Matches, dossiers, coverage.

match-open = 查看对接档案
match-demand = 需求
match-technology = 技术
match-score = 评分
score-label = 同等评分的推荐中约有此比例被采纳
verdict-met = 满足
verdict-partly = 部分满足
verdict-unmet = 不满足
verdict-unknown = 未说明
coverage-title = 逐项要求对照
coverage-lead = 左侧为需求方原文中的要求，右侧为技术资料中据以判断的句子。
coverage-requirement = 要求
coverage-verdict = 结论
coverage-evidence = 技术方的表述
coverage-no-evidence = 技术资料未提及此项。应向对方询问，并不等于不满足。
coverage-none = 该需求未列明具体要求，对接依据下列信号。
coverage-met = { $total } 项要求中满足 { $count } 项
coverage-partly = 部分满足 { $count } 项
coverage-unmet = 不满足 { $count } 项
coverage-unknown = 未说明 { $count } 项
signals-title = 评分的由来
signals-lead = 每个信号为评分加分或减分，条形长度表示相对于最强信号的比例。
signal-name = 信号
signal-value = 数值
signal-contribution = 贡献
signal-reason = 理由
