using System.Net;
using System.Text.Json;
using OpenUpr.Drafting.Checking;
using OpenUpr.Tests.Drafting.Checking;

namespace OpenUpr.Tests.App;

/// <summary>A check asked for by a program.</summary>
public sealed class CheckApiTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_gets_the_report_of_the_page()
    {
        var (status, report) = await SendAsync("?kind=submission-joint", GoodFile.Build(DocumentKind.SubmissionJoint));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("submission-joint", "en", 5630, false, 0), (Text(report, "kind"), Text(report, "language"), report.GetProperty("limit").GetInt32(), report.GetProperty("hasErrors").GetBoolean(), report.GetProperty("findings").GetArrayLength()));
        Assert.NotEqual(0, report.GetProperty("unknown").GetArrayLength());

        var (kind, file) = BadFiles.All["speaking-time"];
        (_, report) = await SendAsync($"?kind={kind.Name()}&language=en", file());
        var finding = Assert.Single(report.GetProperty("findings").EnumerateArray(), f => Text(f, "rule") == "speaking-time");
        Assert.Equal(("error", 300), (Text(finding, "severity"), finding.GetProperty("limit").GetInt32()));
        Assert.True(report.GetProperty("hasErrors").GetBoolean());
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "?kind=")]
    [InlineData("?kind=novel", HttpStatusCode.BadRequest, "submission-joint")]
    [InlineData("?kind=factsheet&language=de", HttpStatusCode.BadRequest, "‘de’")]
    public async Task What_cannot_be_meant_is_refused_in_the_shape_of_the_api(string query, HttpStatusCode expected, string says)
    {
        var (status, problem) = await SendAsync(query, GoodFile.Build(DocumentKind.Factsheet));
        Assert.Equal(expected, status);
        Assert.Contains(says, Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_none_is_reported_and_one_that_is_too_large_is_not_read()
    {
        var (status, report) = await SendAsync("?kind=submission-joint", "%PDF-1.7 not a Word file"u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(report.GetProperty("findings").EnumerateArray(), f => Text(f, "rule") == "file-form");
        (status, _) = await SendAsync("?kind=factsheet", new byte[(10 * 1024 * 1024) + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        using var read = await site.Client.GetAsync(new Uri("/api/v1/check", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, read.StatusCode);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string query, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        using var answer = await site.Client.PostAsync(new Uri("/api/v1/check" + query, UriKind.Relative), content, Cancel);
        Assert.True(answer.Headers.CacheControl!.NoStore || answer.StatusCode != HttpStatusCode.OK);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
