//! The closed sets shared by several libraries. Those of one library stand in that library's file.

use super::closed_set::closed_set;

closed_set! {
    /// Where a record stands. Only published records are shown to others and indexed.
    pub enum Status {
        #[default]
        Draft = "draft" ["草稿"],
        Submitted = "submitted" ["已提交", "待审核"],
        Published = "published" ["已发布", "发布"],
        Withdrawn = "withdrawn" ["已撤回", "撤回"],
        Archived = "archived" ["已归档", "归档"],
        /// A review said no for good.
        Rejected = "rejected" ["未通过", "已拒绝"],
        /// It was published, and is again once its organisation is not suspended any more.
        Suspended = "suspended" ["已暂停"],
    }
}

closed_set! {
    /// How a record came in.
    pub enum Provenance {
        #[default]
        Typed = "typed" ["录入"],
        Imported = "imported" ["导入"],
        Harvested = "harvested" ["采集"],
    }
}

closed_set! {
    /// Who wrote a translation.
    pub enum Origin {
        #[default]
        Human = "human" ["人工"],
        Machine = "machine" ["机器", "机翻"],
    }
}

closed_set! {
    /// How much a requirement weighs.
    pub enum Priority {
        Must = "must" ["必须", "必需", "required", "mandatory"],
        #[default]
        Should = "should" ["应当", "应", "优先", "recommended"],
        May = "may" ["可以", "可选", "可", "optional"],
    }
}

closed_set! {
    /// How a technology is handed over.
    pub enum CooperationMode {
        #[default]
        Licence = "licence" ["许可", "技术许可", "许可使用", "license", "licensing"],
        Assignment = "assignment" ["转让", "技术转让", "专利转让", "transfer"],
        Sale = "sale" ["销售", "出售", "产品销售", "设备销售", "product sale"],
        JointRd = "joint_rd" ["联合研发", "合作研发", "合作开发", "联合开发", "joint r&d", "joint research", "joint research and development"],
        JointVenture = "joint_venture" ["合资", "合资企业", "作价入股", "技术入股"],
        TechnicalService = "technical_service" ["技术服务", "技术咨询", "service"],
        Turnkey = "turnkey" ["交钥匙", "交钥匙工程", "总承包", "工程总承包", "epc"],
        Demonstration = "demonstration" ["示范", "示范推广", "示范项目", "demonstration project"],
        Training = "training" ["培训", "技术培训"],
    }
}
