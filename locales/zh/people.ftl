### 注册、邀请、忘记密码、机构成员。

register-title = 企业注册
register-lead = 企业可自行注册；使馆、商会和技术经理人由管理方邀请。提交后请打开邮件中的链接，再由管理方审核。审核通过前可以登录，但不能进行其他操作。
register-organisation = 企业名称（与营业执照一致）
register-organisation-en = 英文名称（如有）
register-country = 国家
register-credit-code = 统一社会信用代码
register-credit-code-hint = 中国企业营业执照上的 18 位代码。
register-name = 您的姓名
register-lang = 邮件语言
register-button = 注册
register-sent = 邮件已发出，请在两天内打开其中的链接。
register-confirm = 确认注册
register-confirm-lead = 请输入注册时设置的密码。

sign-in-done-registered = 注册已确认，等待管理方审核。结果将通过邮件告知，您现在即可登录。
sign-in-done-invited = 账户已开通，请用您的邮箱登录。
sign-in-done-password = 新密码已设置，请用新密码登录。

forgotten-title = 忘记密码？
forgotten-lead = 我们会向您的邮箱发送重设密码的链接。
forgotten-button = 发送链接
forgotten-sent = 如该邮箱已有账户，带链接的邮件已发出。
forgotten-again = 重新申请链接

invitation-title = 您收到邀请
invitation-lead = 请填写姓名并设置密码，即可开通账户。
invitation-accept = 开通账户

rule-link_dead = 此链接已使用、已撤回或已过期。
rule-address_taken = 该邮箱已有账户，请直接登录。
rule-only_admins = 只有系统管理员可以对系统管理员进行此操作。
rule-own_role = 不能更改自己的角色。
rule-own_organisation = 不能审核自己所在的机构。
rule-last_admin = 最后一名系统管理员不能离开。
rule-successor_needed = 自行离开时须指定接任者。
rule-left_already = 此人已离开。
rule-not_left = 此人并未离开。
rule-not_waiting = 此人并非等待加入。
rule-decided = 已有审核结果。
rule-not_open = 邀请已被接受或撤回。
rule-other_role = 成员只能在本机构、本角色范围内进行此操作。

fault-name_length = 名称须为一行，1 至 200 个字符。
fault-no_email = 电子邮箱格式不正确。
fault-unknown_language = 邮件不支持此语言。
fault-unknown_country = 请选择国家。
fault-unknown_organisation = 没有这个机构。
fault-organisation_missing = 该角色须属于某个机构，请填写机构。
fault-role_missing = 请选择角色。
fault-credit_code_missing = 中国企业须填写统一社会信用代码。
fault-credit_code_length = 统一社会信用代码应为 { $a } 位，此处为 { $b } 位。
fault-credit_code_character = 第 { $b } 位“{ $a }”不是统一社会信用代码使用的字符（不使用 I、O、Z、S、V）。
fault-credit_code_check = 校验码不符：代码中有一位与营业执照不一致。
fault-password_wrong = 与注册时设置的密码不一致。
fault-reason_missing = 不予通过时须说明原因。
fault-reason_length = 原因最多 1,000 个字符。
fault-no_successor = 接任者须为同机构、同角色的其他在任人员。

organisations-title = 注册机构审核
organisations-none = 暂无机构。
organisations-other-name = 其他语言名称
organisations-since = 注册日期
organisations-person = 人员
organisations-reason = 原因
organisations-reason-for = 不予通过的原因（将告知对方）
organisations-approve = 通过
organisations-refuse = 不予通过
organisations-done-approved = 已通过，并已邮件通知对方。
organisations-done-rejected = 未予通过，并已邮件通知对方。
organisation-standing-pending = 待审核
organisation-standing-approved = 已通过
organisation-standing-rejected = 未通过

organisation-kind-firm = 企业
organisation-kind-embassy = 使馆
organisation-kind-chamber = 商会
organisation-kind-ministry = 政府部门
organisation-kind-broker = 中介机构
organisation-kind-operator = 运营方
organisation-kind-other = 其他

people-title = 人员
people-invite = 邀请
people-invite-own = 邀请同事加入本机构。邮件中的链接只能使用一次。
people-invite-anywhere = 邀请使馆、商会、技术经理人和管理方。邮件中的链接只能使用一次。
people-organisation-hint = 企业和使馆必填；尚未登记的机构会自动建立。
people-kind = 机构类型
people-kind-usual = 按角色确定
people-invitations = 邀请记录
people-revoke = 撤回
people-done-invited = 邀请已发出。
people-done-revoked = 邀请已撤回。
person-state-active = 在任
person-state-waiting = 等待加入
person-state-left = 已离开
person-waiting = 以本机构名义注册，等待同意加入。请只同意您认识的人。
invited-open = 待接受
invited-used = 已接受
invited-revoked = 已撤回
invited-expired = 已过期

person-state = 状态
person-let-in = 同意加入
person-turn-away = 拒绝
person-leaves = 离开机构
person-leaves-lead = 账户立即停用。记录仍属机构，未结事项和未读通知转给接任者。
person-successor = 接任者
person-nobody = 无
person-leaves-button = 停用账户
person-bring-back = 恢复账户
person-role = 角色
person-role-button = 更改角色
person-done-let_in = 已同意加入。
person-done-left = 账户已停用。
person-done-returned = 账户已恢复。
person-done-role = 角色已更改，此人须重新登录。
