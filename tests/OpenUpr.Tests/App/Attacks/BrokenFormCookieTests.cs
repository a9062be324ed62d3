using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpenUpr.Tests.App.Attacks;

/// <summary>Form cookies that nobody has made: the site answers as if there were none, and its log, which anybody could fill with them, stays as it is.</summary>
[Collection(nameof(RoomsSite))]
public sealed class BrokenFormCookieTests(RoomsSite rooms)
{
    [Theory]
    [InlineData("BBBB")]
    [InlineData("CfDJ8BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB")]
    [InlineData("%27%20OR%201=1--")]
    public async Task A_broken_form_cookie_gets_a_new_form_or_400_and_leaves_no_line_in_the_log(string broken)
    {
        using var log = new KeptLines();
        rooms.Site.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var nobody = rooms[RoomsSite.Anonymous];

        using (var page = await rooms.SendAsync(nobody, HttpMethod.Get, "/sign-in", null, $"openupr-form={broken}"))
        {
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains(page.Headers.GetValues("Set-Cookie"), c => c.StartsWith("openupr-form=", StringComparison.Ordinal) && !c.Contains(broken, StringComparison.Ordinal));
        }

        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", broken), new("name", "amara"), new("password", "x")]);
        using var sent = await rooms.SendAsync(nobody, HttpMethod.Post, "/sign-in", form, $"openupr-form={broken}");
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Equal([], log.Lines);
    }
}
