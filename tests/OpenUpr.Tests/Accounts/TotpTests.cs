using System.Text;
using OpenUpr.Accounts;

namespace OpenUpr.Tests.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] s_secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, Totp.CodeAt(s_secret, seconds / Totp.Step, digits: 8));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off(int steps, bool fits)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);
        var step = Totp.StepAt(now) + steps;
        Assert.Equal(fits ? step : (long?)null, Totp.FindStep(s_secret, Totp.CodeAt(s_secret, step), now, lastStep: 0));
    }

    [Fact]
    public void No_code_is_taken_twice_nor_one_before_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);
        var step = Totp.StepAt(now);
        Assert.Null(Totp.FindStep(s_secret, Totp.CodeAt(s_secret, step), now, lastStep: step));
        Assert.Null(Totp.FindStep(s_secret, Totp.CodeAt(s_secret, step - 1), now, lastStep: step));
        Assert.Equal(step + 1, Totp.FindStep(s_secret, Totp.CodeAt(s_secret, step + 1), now, lastStep: step));
    }

    [Fact]
    public void The_secret_is_spelled_in_base32() => Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", Totp.Spell(s_secret));

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void What_is_no_code_fits_nothing(string typed) => Assert.Null(Totp.FindStep(s_secret, typed, DateTimeOffset.UnixEpoch, 0));
}
