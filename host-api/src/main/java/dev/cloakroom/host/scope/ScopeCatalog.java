package dev.cloakroom.host.scope;

import static dev.cloakroom.host.scope.Category.COMMUNICATION;
import static dev.cloakroom.host.scope.Category.LOCATION;
import static dev.cloakroom.host.scope.Category.MARKETING;
import static dev.cloakroom.host.scope.Category.PERSONAL;
import static dev.cloakroom.host.scope.Category.USAGE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Every scope there is. A name that is not here is refused. Names are WeChat's where it has one, see
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/authorize.html
 */
public final class ScopeCatalog {

    private static final Duration MINUTES = Duration.ofMinutes(5);
    private static final Duration CHECKOUT = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration ORDER = Duration.ofDays(30);

    public static final Scope PHONE_NUMBER = Scope.named("scope.phoneNumber", PERSONAL)
        .asks(
            "let it have messages sent to your phone number, without seeing the number",
            "通过您的手机号向您发送消息，但看不到您的手机号"
        )
        .usually("to sign you in or to text you", "用于登录或向您发送短信")
        .sees("A code in place of your number", "代替您手机号的凭证")
        .tokens(MINUTES, "send-sms")
        .answers(Derivation.PHONE_CALLING_CODE)
        .done();

    public static final Scope EMAIL = Scope.named("scope.email", PERSONAL)
        .asks(
            "let it send you e-mail through a relay address, without seeing yours",
            "通过中转地址向您发送电子邮件，但看不到您的邮箱"
        )
        .sees("A relay address made for this program", "为此小程序生成的中转邮箱")
        .aliases(AliasKind.MAILBOX)
        .tokens(ORDER, "send-email")
        .done();

    public static final Scope USER_INFO = Scope.named("scope.userInfo", PERSONAL)
        .asks(
            "show your nickname and picture to you on its pages, without reading them",
            "在其页面上向您显示您的昵称和头像，但不会读取"
        )
        .usually("to greet you by name", "用于显示您的昵称和头像")
        .sees("Placeholders that only your screen fills in", "仅在您的屏幕上显示内容的占位符")
        .aliases(AliasKind.NICKNAME, AliasKind.AVATAR)
        .settledByDenial()
        .done();

    public static final Scope ADDRESS = Scope.named("scope.address", PERSONAL)
        .asks(
            "have parcels delivered to your address, without seeing name, number and street",
            "将包裹送到您的地址，但看不到姓名、电话和街道"
        )
        .usually("to deliver what you order", "用于配送您订购的商品")
        .sees("Your province, city and district; made-up words for the rest", "您的省、市、区；其余为虚构内容")
        .aliases(AliasKind.NAME, AliasKind.PHONE)
        .tokens(ORDER, "deliver")
        .answers(Derivation.ADDRESS_REGION)
        .done();

    public static final Scope INVOICE_TITLE = Scope.named("scope.invoiceTitle", PERSONAL)
        .asks("have an invoice made out to you, without seeing your details", "为您开具发票，但看不到您的抬头信息")
        .usually("to make out an invoice to you", "用于为您开具发票")
        .sees("A code in place of your invoice details", "代替您发票抬头的凭证")
        .tokens(ORDER, "hand-over")
        .done();

    public static final Scope CONTACT = Scope.named("scope.contact", PERSONAL)
        .asks(
            "reach one contact that you choose, without seeing their name and number",
            "联系您选择的一位联系人，但看不到其姓名和号码"
        )
        .usually("to reach the person that you choose", "用于联系您选择的人")
        .sees("A code in place of the contact", "代替该联系人的凭证")
        .tokens(MINUTES, "hand-over")
        .done();

    public static final Scope LICENSE_PLATE = Scope.named("scope.licensePlate", PERSONAL)
        .asks(
            "have your car known to a car park or garage, without seeing its plate",
            "让停车场识别您的车辆，但看不到车牌号"
        )
        .usually("to let your car in or serve it", "用于车辆通行或服务")
        .sees("A code in place of your licence plate", "代替您车牌号的凭证")
        .tokens(DAY, "hand-over")
        .done();

    public static final Scope WERUN = Scope.named("scope.werun", PERSONAL)
        .asks("know your daily steps in whole thousands", "获知您每日步数（精确到千步）")
        .usually("to show or reward your walking", "用于展示或奖励您的步数")
        .sees("Steps of the last days, rounded down to thousands", "最近几天的步数，向下取整到千")
        .answers(Derivation.STEPS)
        .settledByDenial()
        .done();

    public static final Scope AGE = Scope.named("scope.age", PERSONAL)
        .asks(
            "know whether you have reached an age, without your date of birth",
            "获知您是否达到某一年龄，但不知道您的生日"
        )
        .sees("Yes or no", "是或否")
        .answers(Derivation.AGE_OVER_14, Derivation.AGE_OVER_16, Derivation.AGE_OVER_18, Derivation.AGE_OVER_60)
        .settledByDenial()
        .done();

    public static final Scope FRIENDS = Scope.named("scope.friends", PERSONAL)
        .asks(
            "know which of your friends use it too, without knowing who they are",
            "获知您的哪些好友也在使用，但不知道他们是谁"
        )
        .sees("Ids of friends that mean something in this program only", "仅在此小程序内有意义的好友编号")
        .answers(Derivation.FRIENDS)
        .settledByDenial()
        .done();

    public static final Scope USER_LOCATION = Scope.named("scope.userLocation", LOCATION)
        .asks("know the neighbourhood that you are in, about 1 km wide", "获知您所在的街区（约1公里范围）")
        .usually("to show what is near you", "用于展示您附近的内容")
        .sees("The middle of a square kilometre around you", "您所在约一平方公里区域的中心")
        .tokens(MINUTES, "hand-over")
        .answers(Derivation.LOCATION_CELL)
        .settledByDenial()
        .done();

    public static final Scope USER_FUZZY_LOCATION = Scope.named("scope.userFuzzyLocation", LOCATION)
        .asks("know the part of town that you are in, about 5 km wide", "获知您所在的城区（约5公里范围）")
        .usually("to show what is in your part of town", "用于展示您所在城区的内容")
        .sees("The middle of an area of 5 km around you", "您所在约5公里区域的中心")
        .answers(Derivation.LOCATION_AREA)
        .settledByDenial()
        .done();

    public static final Scope FRIENDS_NEARBY = Scope.named("scope.friendsNearby", LOCATION)
        .asks("know which of your friends are in your part of town", "获知您的哪些好友在附近城区")
        .sees("Ids of friends, and the part of town they are in", "好友编号及其所在城区")
        .answers(Derivation.FRIENDS_NEARBY)
        .settledByDenial()
        .done();

    public static final Scope PAYMENT = Scope.named("scope.payment", Category.PAYMENT)
        .asks("be paid for one order, without seeing how you pay", "收取一笔订单款项，但看不到您的支付方式")
        .usually("to be paid for what you order", "用于支付您的订单")
        .sees("Whether this order was paid", "该订单是否已支付")
        .tokens(CHECKOUT, "charge")
        .done();

    public static final Scope BANK_ACCOUNT = Scope.named("scope.bankAccount", Category.PAYMENT)
        .asks("pay money out to your bank account, without seeing it", "向您的银行账户付款，但看不到账户信息")
        .sees("A code in place of your account", "代替您账户的凭证")
        .tokens(ORDER, "hand-over")
        .done();

    public static final Scope TRANSACTIONS = Scope.named("scope.transactions", Category.PAYMENT)
        .asks("have your payment history sent to a service that you choose", "将您的交易记录发送给您选择的服务")
        .sees("A code in place of your history", "代替您交易记录的凭证")
        .tokens(MINUTES, "hand-over")
        .done();

    public static final Scope CALL = Scope.named("scope.call", COMMUNICATION)
        .asks(
            "have you called once through the host, without seeing your number",
            "通过平台给您拨打一次电话，但看不到您的号码"
        )
        .sees("A code in place of your number", "代替您手机号的凭证")
        .tokens(DAY, "bridge-call")
        .done();

    public static final Scope SUBSCRIBE_MESSAGE = Scope.named("scope.subscribeMessage", COMMUNICATION)
        .asks("send you one notice of this kind", "向您发送一次此类通知")
        .usually("to tell you how something goes on", "用于通知您进展")
        .sees("That one notice may be sent", "可发送一次通知")
        .tokens(ORDER, "send-notice")
        .done();

    public static final Scope PHOTO = Scope.named("scope.photo", COMMUNICATION)
        .asks(
            "have pictures that you pick for it, without where and when they were taken",
            "使用您为其挑选的图片，但看不到拍摄地点和时间"
        )
        .usually("to use a picture of yours", "用于使用您的图片")
        .sees("The pictures that you pick, and nothing else of them", "您挑选的图片，不含其他附带信息")
        .done();

    public static final Scope CLIPBOARD = Scope.named("scope.clipboard", PERSONAL)
        .asks("have a text that you paste for it", "使用您为其粘贴的文字")
        .usually("to use a text that you copied", "用于使用您复制的文字")
        .sees("The text that you paste, each time you do", "您每次粘贴的文字")
        .done();

    public static final Scope USAGE_DATA = Scope.named("scope.usage", USAGE)
        .asks("count how you use it, together with many others", "统计您的使用情况（与众多用户合并）")
        .sees("Nothing about you alone", "不含您个人的信息")
        .settledByDenial()
        .done();

    public static final Scope MARKETING_DATA = Scope.named("scope.marketing", MARKETING)
        .asks("choose advertising for you", "为您选择广告")
        .sees("Nothing about you alone", "不含您个人的信息")
        .settledByDenial()
        .done();

    private static final List<Scope> ALL = List.of(
        PHONE_NUMBER,
        EMAIL,
        USER_INFO,
        ADDRESS,
        INVOICE_TITLE,
        CONTACT,
        LICENSE_PLATE,
        WERUN,
        AGE,
        FRIENDS,
        USER_LOCATION,
        USER_FUZZY_LOCATION,
        FRIENDS_NEARBY,
        PAYMENT,
        BANK_ACCOUNT,
        TRANSACTIONS,
        CALL,
        SUBSCRIBE_MESSAGE,
        PHOTO,
        CLIPBOARD,
        USAGE_DATA,
        MARKETING_DATA
    );

    private ScopeCatalog() {}

    public static List<Scope> all() {
        return ALL;
    }

    public static Optional<Scope> find(String name) {
        return ALL.stream()
            .filter(scope -> scope.name().equals(name))
            .findFirst();
    }
}
