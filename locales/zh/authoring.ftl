### 作者页面：自己的记录、记录表单、对记录的操作。

nav-mine = 我的记录
authoring-mine = 本单位的记录
authoring-all = 全部
authoring-new-technologies = 发布技术
authoring-new-demands = 发布需求
authoring-new-results = 添加成果
authoring-new-institutions = 添加机构
authoring-first-technologies = 发布第一项技术
authoring-first-demands = 发布第一项需求
authoring-first-results = 添加第一项成果
authoring-first-institutions = 添加第一家机构
authoring-empty-technologies = 写明技术做什么、为谁所用。系统跨语言寻找它能回应的需求，并说明理由。
authoring-empty-demands = 用自己的语言写明需要什么、必须达到什么。系统寻找能回应的技术，并说明理由。
authoring-empty-results = 一次成功的合作，就是下一次合作的证明。
authoring-empty-institutions = 每个匹配都会列出能够落地的机构。
authoring-none-text = 没有处于该状态的记录。
authoring-nobody = 您的账号不属于任何单位。
authoring-nobody-text = 记录归单位所有。各库列表中可以查到全部记录。
authoring-matches = { $count } 个匹配
authoring-improve = { $count } 处可改进

status-draft = 草稿
status-returned = 已退回，附意见
status-submitted = 等待审核
status-published = 已发布
status-expiring = 已发布，即将到期
status-archived = 已归档
status-withdrawn = 已撤回
status-rejected = 未通过
status-suspended = 已隐藏：机构被暂停

mine-record = 记录
mine-state = 状态
mine-changed = 最近修改
mine-improve = 可改进之处
mine-do = 操作
mine-edit = 编辑

section-what = 是什么
section-worth = 好在哪里
section-asked = 必须达到什么
section-conditions = 运行条件
section-where = 地域
section-terms = 合作条件
section-rights = 知识产权
section-people = 相关方与时间
section-course = 经过
section-work = 运作情况
section-export = 出口管制
section-rest = 其他
section-record = 记录信息
section-confidential = 保密部分
section-lead-what = 这一部分人人可见。请勿写出本单位名称、品牌和联系方式：在技术经理人引荐之前，双方互不知名。
section-lead-asked = 每行一条要求：系统逐条与每项技术比对，并在旁边给出答案。
section-lead-conditions = 数值加单位，按区间比较，单位可以不同；没有上限或下限时留空。
section-lead-export = 填写您所了解的情况。引荐之前，由管理方按现行目录筛查每项技术。
section-lead-confidential = 不公开，也不参与检索。只有本单位、负责该记录匹配的技术经理人和系统管理方可以阅读，每次阅读均有记录。

hint-title = 一行写明是什么、用来做什么。
hint-summary = 用于列表，两句话即可。
hint-description = 如何工作、达到什么效果、在哪里用过；给出数字和单位。
hint-keywords = 每行一个。
hint-links = 每行一个网址。链接会在双方同意之前暴露身份。
hint-ipc_classes = 每行一个，如 A01G 25/16。
hint-institutions = 每行一个机构编号，如 I-2026-000001。
hint-languages = 每行一种：zh、en、fr……
hint-technology = 技术编号，如 T-2026-000001。
hint-lang = 您书写所用的语言，其他人阅读译文。
hint-trl = 1 至 9：9 为已投入使用，6 为在相关环境中的样机。
hint-min_trl = 1 至 9：9 为已投入使用，6 为在相关环境中的样机。
hint-currency = 三个字母，如 CNY、USD、EUR。
hint-valid_until = 有效期的最后一天，到期前会提醒您。
hint-external_id = 您自己的编号。以同一编号导入文件会更新此记录。
hint-target_countries = 不选表示不限。
hint-cooperation_modes = 您愿意以何种方式合作。
hint-accepted_modes = 不选表示均可。
hint-ip_rights = 没有编号的行不保存。
hint-requirements = 清空的行会被删除。
hint-operating_conditions = 清空的行会被删除。

add-requirements = 再加一条要求
add-operating_conditions = 再加一项条件
add-ip_rights = 再加一项权利
add-parties = 再加一方
add-outcomes = 再加一项指标
add-contacts = 再加一位联系人

part-text = 要求
part-priority = 重要程度
part-quantity = 物理量
part-min = 下限
part-max = 上限
part-unit = 单位
part-kind = 类型
part-number = 编号
part-territory = 地域
part-name = 名称
part-country = 国家
part-role = 角色
part-measure = 指标
part-value = 数值
part-email = 电子邮箱
part-phone = 电话

column-export_catalogue = 出口目录
column-export_entry = 目录条目
column-export_screened_on = 筛查日期
column-year = 年份
column-start_date = 开始日期
column-end_date = 结束日期
column-grade_date = 评级日期
column-contacts = 联系人

authoring-whole-field = 整个领域
authoring-other-countries = 其他国家
authoring-needed = 必填
authoring-free = 立即生效
authoring-remove = 删除
authoring-see = 查看记录
authoring-save = 保存草稿
authoring-change = 保存修改
authoring-check = 检查
authoring-submit = 提交审核
authoring-published = 此记录已发布。
authoring-at-once = 修改{ $value }立即生效。其余内容先审核；审核之前，大家看到的仍是现在的记录。
authoring-operator = 您是管理方：保存后大家立即可见。
closed-submitted = 记录正在等待审核，其间不作修改。如需修改，请先恢复为草稿。
closed-withdrawn = 记录已撤回。如需修改，请先恢复为草稿。
closed-rejected = 记录经审核未通过，保持审核时的内容。
closed-suspended = 所属机构已被暂停，本条目已隐藏，恢复之前不能修改。
authoring-steps = 其他操作
authoring-waiting = 您的修改正在等待审核
authoring-waiting-text = 审核之前，大家看到的仍是原来的记录。要另作修改，请先收回。
authoring-take-back = 收回修改
authoring-stale = 其间有人保存了此记录。
authoring-stale-text = 您输入的内容仍在下方，尚未保存。请对照；再次保存将以您的内容代替对方的内容。
authoring-conflict = 对方的内容与您的内容
authoring-state = 记录目前的状态不允许此操作。
authoring-unsaved = 未保存：请先改正下列各处。
authoring-lost = 未保存：系统没有响应，或登录已失效。
authoring-kept = 您输入的内容仍在这里。
authoring-mistakes = 有 { $count } 处需要改正。

authoring-done-saved = 草稿已保存。
authoring-done-live = 修改已保存并生效。
authoring-done-waits = 立即生效的部分已保存，其余等待审核。
authoring-done-submitted = 记录等待审核，完成后会通知您。
authoring-done-reopened = 记录已恢复为草稿。
authoring-done-archived = 记录已归档。
authoring-done-withdrawn = 记录已撤回。
authoring-done-renewed = 记录的有效期已延长。
authoring-done-taken_back = 修改已收回。
authoring-done-faults = 尚未执行：请先改正这里列出的各处。
authoring-done-stale = 未执行：其间有人修改了此记录。以下是现在的内容。
authoring-done-state = 未执行：记录目前的状态不允许此操作。

step-reopen = 恢复为草稿
step-renew = 续期
step-renew-now = 目前有效期至 { $value }。
step-renew-until = 有效期延至
step-archive = 归档
step-withdraw = 撤回
step-reason = 原因（写入记录历史）
step-about-archive = 归档的记录不再显示，也不参与匹配。续期并经审核后可恢复。
step-about-withdraw = 撤回的记录不再显示，其推荐随之终止。记录及历史仍保留在此，可恢复为草稿。
step-yes-archive = 确定归档
step-yes-withdraw = 确定撤回

live-title = 边写边看
live-saved = 已保存
live-filled = 已填 { $count } 项，共 { $total } 项
live-nearest = 最接近的：
live-duplicates = 已发布的相似记录
live-mistakes = 需要改正
live-remarks = 可以改进
live-nothing = 没有发现可改进之处。

outlook-technologies = { $count ->
    [0] 目前没有与之匹配的需求。
   *[other] 可匹配 { $count } 项在征需求。
}
outlook-demands = { $count ->
    [0] 目前没有能回应的技术。
   *[other] 现有技术：{ $count } 项。
}
outlook-nothing-technologies = 目前还没有需求。
outlook-nothing-demands = 目前还没有技术。

mistake-required = 此项必填。
mistake-invalid = 此值不可用。
mistake-wrong_type = 无法读取。
mistake-no_number = 请写不带单位的数字，如 1200000 或 0.5。
mistake-no_integer = 请写整数。
mistake-no_date = 请写日期，如 2027-12-31。
mistake-too_long = 内容过长。
mistake-too_many = 数量过多。
mistake-out_of_range = 超出允许范围。
mistake-min_above_max = 下限高于上限。
mistake-unknown_code = 请从列表中选择。
mistake-unknown_field = 分类中没有这个领域。
mistake-retired_field = 这个领域已停用，请选择别的领域。
mistake-unknown_country = 列表中没有这个国家。
mistake-unknown_currency = 请写三个字母的币种，如 CNY。
mistake-unknown_language = 不是语言代码，如 zh 或 pt-BR。
mistake-taken = 您的另一条记录已使用此编号。
mistake-exact-too_long = 内容过长，上限为 { $a } 个字符。
mistake-exact-too_many = 数量过多，上限为 { $a }。
mistake-exact-out_of_range = 超出允许范围：{ $a }。

translations-title = 其他语言
translations-count = { $count } 种语言有译文
translations-lead = 读者若有本语言的译文则看译文，否则看原文。您填写的内容视为人工翻译；原文日后有改动时，译文会标为旧版。没有译文的语言请留空。
translation-by-human = 人工翻译
translation-by-machine = 机器翻译
translation-by-stale = 原文此后有改动
mistake-original_language = 原文已是该语言。
mistake-translation_stays = 已发布的译文可以替换，不能清空。
mine-waiting = 等待您答复
mine-waiting-lead = 技术经理人推介的匹配。双方都接受之前，对方不知道您是谁。
