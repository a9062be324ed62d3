using OpenUpr.Accounts;
using OpenUpr.App.Security;

namespace OpenUpr.Tests.Accounts;

public sealed class NameTests
{
    [Theory]
    [InlineData("ada", null)]
    [InlineData("amara.o@example", null)]
    [InlineData("Ünal_2", null)]
    [InlineData("नूर", null)]
    [InlineData("a", "name-short")]
    [InlineData("", "name-short")]
    [InlineData("two words", "name-characters")]
    [InlineData("a<b>", "name-characters")]
    [InlineData("a\u202eb", "name-characters")]
    public void Names_to_sign_in_with(string name, string? fault) => Assert.Equal(fault, AccountNames.FindFault(name));

    [Fact]
    public void Half_a_character_is_no_name() => Assert.Equal("name-short", AccountNames.FindFault("\ud800x"));

    [Fact]
    public void Names_that_look_alike_in_another_width_or_case_are_one() => Assert.Equal(AccountNames.Normalise("ADA"), AccountNames.Normalise("ａｄａ "));

    [Theory]
    [InlineData("short", "password-short")]
    [InlineData("aaaaaaaaaaaaaaaa", "password-plain")]
    [InlineData("adalovelace12", "password-name")]
    [InlineData("four green kettles", null)]
    public void Passwords(string password, string? fault) => Assert.Equal(fault, PasswordRule.FindFault(password, "adalovelace"));

    [Theory]
    [InlineData("7k3m q0xv-2b9t.hn4r", "7K3MQ0XV2B9THN4R")]
    [InlineData("7K3M-QOXV-2B9T-HN4R", "7K3MQ0XV2B9THN4R")]
    [InlineData("IL3M-QOXV-2B9T-HN4R", "113MQ0XV2B9THN4R")]
    [InlineData("7K3M", null)]
    [InlineData("7K3M-QOXV-2B9T-HN4U", null)]
    public void A_code_is_read_however_it_is_typed(string typed, string? code) => Assert.Equal(code, PhoneCode.Read(typed));

    [Theory]
    [InlineData("/coalitions/x?y=1#z", "/coalitions/x?y=1#z")]
    [InlineData("//evil.example", "/account")]
    [InlineData("/\\evil.example", "/account")]
    [InlineData("/\t/evil.example", "/account")]
    [InlineData("/a\\..\\b", "/account")]
    [InlineData("https://evil.example", "/account")]
    [InlineData("javascript:alert(1)", "/account")]
    [InlineData("evil", "/account")]
    [InlineData("", "/account")]
    [InlineData(null, "/account")]
    [InlineData("/sign-out", "/account")]
    public void One_returns_to_a_page_of_this_site_only(string? address, string where) => Assert.Equal(where, ReturnAddress.Safe(address));

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36", "Chrome, Android")]
    [InlineData("curl/8", "")]
    [InlineData(null, "")]
    public void Of_a_browser_its_kind_and_system_are_kept(string? agent, string device) => Assert.Equal(device, DeviceName.Of(agent));
}
