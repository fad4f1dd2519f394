### 登录、账户、机构。

sign-in = 登录
sign-out = 退出
sign-in-account = 电子邮箱或账户名
sign-in-password = 密码
sign-in-refused = 账户或密码不正确。
sign-in-wait = 尝试次数过多，请等待 { $count } 秒后重试。
form-problem = 未能完成。
form-done = 已完成。

role-firm = 企业
role-embassy = 使馆
role-broker = 技术经理人
role-steward = 管理方
role-admin = 系统管理员

account-title = 我的账户
account-name = 姓名
account-email = 电子邮箱
account-role = 角色
account-organisation = 所属机构
account-waiting = 您暂时不能操作。
account-organisation-pending = 您的机构已注册，正在等待管理方审核。
account-organisation-rejected = 您的机构的注册申请未获通过。
account-organisation-suspended = 您的机构已被暂停。
account-sessions = 已登录的设备
account-session-current = 当前会话
account-session-close = 关闭
account-password = 密码
account-password-present = 当前密码
account-password-new = 新密码
account-password-change = 修改密码
account-password-wrong = 当前密码不正确。
account-done-password = 密码已修改，其他会话已关闭。
account-done-session = 会话已关闭。
password-too_short = 密码至少需要 { $a } 个字符。
password-too_long = 密码过长。
password-guessable = 这是常见密码或容易被猜到的密码。可以用几个互不相关的词组成密码。

code-title = 两步验证
code-ask = 请输入验证器应用显示的验证码，或一个恢复码。
code-field = 验证码
code-wrong = 验证码错误或已被使用，请等待下一个验证码。
code-needed = 您的角色必须启用两步验证。启用之前不能进行其他操作。
code-set-up = 将此密钥加入验证器应用（在手机上可点击链接），然后输入应用显示的验证码。
code-first = 应用显示的验证码
code-confirm = 启用
code-recovery = 两步验证已启用。请妥善保存以下恢复码：每个恢复码可代替验证器使用一次，且仅显示这一次。
code-present = 您的账户已启用两步验证。输入验证码可将其停用，例如更换设备时。
code-remove = 停用
account-done-factor = 两步验证已停用。
account-factor-set-up = 启用两步验证
account-factor-present = 已启用两步验证
