### 邮件与通知。

notice-match_proposed = { $number }“{ $title }”有一项匹配等待您答复。
notice-match_answered = 对方已就 { $number }“{ $title }”的匹配作出答复。
notice-match_introduced = { $number }“{ $title }”的匹配双方已相互引荐。
notice-match_moved = { $number }“{ $title }”的匹配有新进展。
notice-match_due = { $number }“{ $title }”的匹配等待您答复，已过 { $days } 个工作日。
notice-match_overdue = 已逾期：{ $number }“{ $title }”的匹配仍等待您答复，已过 { $days } 个工作日。
notice-export_due = { $number }“{ $title }”的出口手续期限为 { $date }，还剩 { $days } 个工作日。
notice-interest_received = 有人对 { $number }“{ $title }”感兴趣。
notice-message_received = { $number }“{ $title }”的对接事项有新消息。
notice-record_status = { $status ->
    [published] 您的记录 { $number }“{ $title }”已发布。
    [withdrawn] 您的记录 { $number }“{ $title }”已撤回。
    [archived] 您的记录 { $number }“{ $title }”已归档。
   *[other] 您的记录 { $number }“{ $title }”已转为草稿。
}
notice-record_idle = 您的记录 { $number }“{ $title }”已有 { $days } 天未更新，内容是否仍然有效？满 { $limit } 天将自动归档。
notice-record_archived = 您的记录 { $number }“{ $title }”因 { $limit } 天未更新已归档。
notice-new_fits = 有新内容符合 { $number }“{ $title }”。
notice-record_expiring = 您的记录 { $number }“{ $title }”有效期至 { $date }。如仍有效请续期，否则将归档。
notice-record_expired = 您的记录 { $number }“{ $title }”的有效期已于 { $date } 结束并已归档。您可以续期，续期后将重新审核。
notice-record_reviewed = { $result ->
    [published] 您的记录 { $number }“{ $title }”已通过审核并发布。
    [rejected] 您的记录 { $number }“{ $title }”未通过审核。
   *[other] 您的记录 { $number }“{ $title }”已审核，附意见退回修改。
}
notice-webhook_disabled = 您位于 { $title } 的 webhook 因多次投递失败已停用。修复后请删除并重新添加。
notice-search_fits = 新发布的 { $number }“{ $title }”符合您的搜索“{ $search }”。
notice-organisation_waits = “{ $title }”已注册，等待您审核。
notice-milestone_overdue = 已逾期：{ $number }“{ $title }”的匹配有一项里程碑原计划于{ $date }完成。
notice-outcome_asked = { $number }“{ $title }”的合作进展如何？请回答几个简短的问题。
notice-milestone_set = { $number }“{ $title }”的里程碑“{ $milestone ->
    [first_meeting] { milestone-first_meeting }
    [non_disclosure] { milestone-non_disclosure }
    [site_visit] { milestone-site_visit }
    [sample] { milestone-sample }
    [terms_agreed] { milestone-terms_agreed }
    [contract_signed] { milestone-contract_signed }
    [payment] { milestone-payment }
    [delivered_on_site] { milestone-delivered_on_site }
   *[acceptance] { milestone-acceptance }
}”{ $state ->
    [done] 已于{ $date }完成。
    [dropped] 已不再计划。
   *[planned] 计划于{ $date }完成。
}
notice-matches_freed = 重新回到队列、暂无技术经理人负责的匹配：{ $number } 项。

mail-notice-text = { $text }

    { $link }
mail-digest-subject = 四库：{ $count } 条新消息
mail-digest-text = 自上次邮件以来：

    { $lines }
mail-foot = 您收到此邮件是因为您有四库账户。不再接收邮件：{ $unsubscribe }

mail-invitation-subject = 四库邀请
mail-invitation-text = 诚邀您使用四库国际技术转移对接服务。请通过以下链接开通账户：

    { $link }
mail-password_reset-subject = 四库：重设密码
mail-password_reset-text = 有人（可能是您本人）申请重设密码。请通过以下链接设置：

    { $link }

    如非本人操作，一切保持不变，无需处理。
mail-organisation_approved-subject = 四库：贵单位已通过审核
mail-organisation_approved-text = 贵单位已通过审核，现在可以发布和答复：

    { $link }
mail-organisation_refused-subject = 四库：贵单位未通过审核
mail-organisation_refused-text = 贵单位未通过审核。原因：{ $reason }
mail-registration-subject = 四库：请确认注册
mail-registration-text = 有人（可能是您本人）用此邮箱注册了一个单位。请打开以下链接并输入您设置的密码：

    { $link }

    之后由管理方审核。如非本人操作，无需处理。
mail-registration_known-subject = 四库：您已有账户
mail-registration_known-text = 有人（可能是您本人）想用此邮箱注册。该邮箱已有账户，请直接登录；如忘记密码，可在此重设：

    { $link }

    如非本人操作，一切保持不变，无需处理。
mail-membership_asked-subject = 四库：有人申请加入贵单位
mail-membership_asked-text = { $name }（{ $email }）以贵单位名义注册，等待同意加入。请只同意您认识的人：

    { $link }
mail-membership_granted-subject = 四库：您已获准加入
mail-membership_granted-text = 贵单位同事已确认您的身份，现在可以发布和答复：

    { $link }
mail-password_changed-subject = 四库：您的密码已更改
mail-password_changed-text = 您账户的密码已于 { $when } 更改。

    如为本人操作，无需处理。如非本人操作，请立即通过以下链接设置新密码，所有已登录的会话将同时失效：

    { $link }

    然后请告知平台运营方。
mail-second_factor_on-subject = 四库：您的账户已启用双重验证
mail-second_factor_on-text = 您的账户已于 { $when } 启用双重验证，今后登录需要输入验证码。

    如为本人操作，无需处理。如非本人操作，说明有人知道您的密码，请立即通过以下链接设置新密码，所有已登录的会话将同时失效：

    { $link }

    然后请联系平台运营方取消该双重验证。
mail-second_factor_off-subject = 四库：您的双重验证已停用
mail-second_factor_off-text = 您账户的双重验证已于 { $when } 停用，现在仅凭密码即可登录。

    如为本人操作，无需处理。如非本人操作，请立即通过以下链接设置新密码，所有已登录的会话将同时失效：

    { $link }

    然后请重新启用双重验证，并告知平台运营方。
mail-organisation_suspended-subject = 四库：贵单位已被暂停
mail-organisation_suspended-text = 贵单位已被暂停。恢复之前无法发布和答复，已发布的记录不再显示，进行中的匹配转为搁置。{ $work ->
    [freed] 贵单位技术经理人负责的匹配已退回队列，恢复后不会自动归还。
   *[none] { "" }
}原因：{ $reason }
mail-organisation_restored-subject = 四库：贵单位已恢复
mail-organisation_restored-text = 贵单位已恢复。已发布的记录重新显示，匹配从原处继续：

    { $link }
mail-identity_linked-subject = 四库：您的账户已关联其他登录方式
mail-identity_linked-text = 您的账户已于 { $when } 关联另一服务，在该服务以您的身份登录即可进入本平台。

    如为本人操作，无需处理。如非本人操作，请立即设置新密码，并在账户页面取消关联：

    { $link }
mail-identity_unlinked-subject = 四库：您账户的关联已取消
mail-identity_unlinked-text = 您的账户与另一服务的关联已于 { $when } 取消，今后请用密码登录。

    如非本人操作，请立即设置新密码，所有已登录的会话将同时失效：

    { $link }
