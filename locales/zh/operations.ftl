### 服务运行：任务、索引、审计、设置。

operations-title = 运行
operations-jobs = 任务
operations-index = 检索索引
operations-audit = 审计
operations-settings = 设置

jobs-lead = 每次变更引起的后续工作是一项任务：匹配、提醒。任务失败后会自动重试，间隔逐次加倍，直到放弃。
jobs-states = 状态
jobs-state-waiting = 等待（{ $a }）
jobs-state-failing = 失败重试（{ $a }）
jobs-state-given_up = 已放弃（{ $a }）
jobs-state-done = 已完成（{ $a }）
jobs-none-title = 没有任务
jobs-none-text = 没有处于此状态的任务。
jobs-since = 自{ $value }
jobs-attempts = 已尝试 { $count } 次
jobs-next = 将于{ $value }重试
jobs-given-up = 于{ $value }放弃
jobs-done = 于{ $value }完成
jobs-retry = 立即重试
jobs-retry-all = 全部立即重试
jobs-retried = { $count ->
    [0] 没有失败的任务。
   *[other] 已重新安排 { $count } 项任务。
}
job-match_demand = 匹配需求
job-match_technology = 匹配技术
job-alert_searches = 通知订阅检索的用户

index-lead = 索引均由数据库计算得出，可随时重建。前一个数字是索引已收入的最后变更，后一个是最新变更。
index-library = 库
index-records = 记录
index-change = 已收入 / 最新变更
index-waiting = 待计算向量
index-size = 占用磁盘
index-behind = 落后
index-megabytes = { $value } MB
index-algorithm = 算法 { $value }
index-weights = 权重版本 { $value }
index-model = 模型 { $value }
index-model-missing = 缺少模型 { $value }
index-check = 检查
index-rebuild = 重建
index-rebuild-lead = 检查会逐条比较索引与数据库。重建会在现有索引旁生成新索引，完成之前仍使用现有索引。

errand-check_index = 索引检查
errand-rebuild_index = 索引重建
errand-verify_audit = 审计验证
errand-began = 开始于{ $value }
errand-running-of = 已完成 { $a } / { $b }
errand-ended-done = { $a }结束，一切正常
errand-ended-partly = { $a }结束，存在问题
errand-ended-failed = { $a }失败
errand-look-again = 请刷新页面查看进度。

audit-lead = 谁做了什么、谁看了什么，最新的在前。各条目以散列值相连，不能更改。
audit-not-verified = 服务启动以来尚未验证审计链。
audit-verify = 验证审计链
audit-number = 编号
audit-time = 时间
audit-who = 人员
audit-service = 系统
audit-actor = 人员
audit-action = 操作
audit-record = 记录
audit-from = 自
audit-to = 至
audit-filter = 筛选
audit-all = 显示全部
audit-detail = 详情
audit-export = 下载这些条目（JSON Lines）
audit-none-title = 没有条目
audit-none-text = 审计中没有符合条件的条目。
audit-wrong-actor = 人员须为标识号。
audit-wrong-record = 记录须为标识号。
audit-wrong-from = “自”须为日期。
audit-wrong-to = “至”须为日期。

settings-lead = 本进程中生效的设置及其来源。不显示任何密钥。
settings-key = 设置项
settings-value = 值
settings-source = 来源
setting-source-default = 默认
setting-source-file = 文件 { $a }
setting-source-environment = 环境变量 { $a }
setting-source-option = 命令行 { $a }
