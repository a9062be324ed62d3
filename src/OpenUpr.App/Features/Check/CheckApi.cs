using System.Text.Json;
using System.Text.Json.Nodes;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Checking.Word;
using OpenUpr.Export.Docx;
using OpenUpr.Sources;

namespace OpenUpr.App.Features.Check;

/// <summary>What a check found, as programs read it.</summary>
/// <param name="Words">That count.</param>
/// <param name="Limit">Of words; null where no source gives one for the kind.</param>
/// <param name="Tested">Rules that were asked.</param>
/// <param name="HasErrors">Whether something must be changed.</param>
/// <param name="More">How many more places a rule found than are listed, by its code.</param>
/// <param name="Unknown">What no program can know of such a document.</param>
internal sealed record CheckReportAnswer(
    string Kind, string? Language, int Words, int? Limit, int Tested, bool HasErrors, IReadOnlyList<CheckItem> Findings, IReadOnlyDictionary<string, int> More, IReadOnlyList<string> Unknown);

/// <summary>
/// POST /api/v1/check?kind=submission-joint with a Word file as the body: the report of the page /check for programs. The file is read in memory and forgotten. The other operations
/// are addresses to read; no cookie counts here, so that a form of another site could only spend its sender's own share of requests.
/// </summary>
internal static class CheckApi
{
    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        new(
            "checkDocument", "/check", call => AnswerAsync(call.Context), [typeof(CheckReportAnswer)],
            [
                new("kind", "factsheet") { Of = "check", IsNeeded = true, Values = [.. DocumentKinds.All.Select(k => k.Name())] },
                new("language", "en") { Of = "check", Values = ShowModel.Languages },
            ],
            ["/check?kind=factsheet", "/check?kind=submission-joint&language=fr"])
        { FileType = DocxWriter.MediaType, MostBytes = CheckLimits.MaxFileBytes, Shown = Show },
    ];

    private static async Task AnswerAsync(HttpContext context)
    {
        var (query, cancel) = (context.Request.Query, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        if (DocumentKinds.Find(query["kind"]) is not { } kind)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, Numbers.Fill(StudioTextWords.CheckApi_Kind, string.Join(", ", DocumentKinds.All.Select(k => k.Name()))));
        }
        else if (query["language"].FirstOrDefault() is { Length: > 0 } language && !ShowModel.Languages.Contains(language))
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, Numbers.Fill(StudioTextWords.CheckApi_Language, language, string.Join(", ", ShowModel.Languages)));
        }
        else if (context.Request.ContentLength > CheckLimits.MaxFileBytes)
        {
            await Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, CheckText.TooLarge(context.Request.ContentLength.Value));
        }
        else if (await context.RequestServices.GetRequiredService<RateLimits>().TryTakeAsync(RateRule.Drafts, context))
        {
            await CheckAsync(context, kind, query["language"].FirstOrDefault() is { Length: > 0 } asked ? asked : null, cancel);
        }
    }

    private static async Task CheckAsync(HttpContext context, DocumentKind kind, string? language, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(file, cancel);
            file.Position = 0;
            var year = Geneva.Today(context.RequestServices.GetRequiredService<TimeProvider>()).Year;
            var report = Checker.Check(WordFile.Read(file, file.Length, CheckLimits.LongestRead, cancel), kind, language, year, cancel);
            await context.Response.WriteAsJsonAsync(Of(report), ApiJson.Sent.CheckReportAnswer, ApiOperation.Json, cancel);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, CheckText.TooLarge(CheckLimits.MaxFileBytes + 1));
        }
        catch (SourceException e)
        {
            await Problem.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, e.Message);
        }
    }

    /// <summary>The report on a statement of one sentence, in no year.</summary>
    private static JsonNode Show()
    {
        using var docx = new DocxWriter("en-GB");
        docx.Paragraph("We thank the President.");
        using var file = new MemoryStream(docx.Finish());
        return JsonSerializer.SerializeToNode(Of(Checker.Check(WordFile.Read(file, file.Length, CheckLimits.LongestRead, default), DocumentKind.OralStatement, "en", 0, default)), ApiJson.Sent.CheckReportAnswer)!;
    }

    private static CheckReportAnswer Of(CheckReport report) => new(
        report.Kind.Name(), report.Language, report.Words.Counted, report.Limit?.Value, report.Tested, report.HasErrors, [.. report.Findings.Select(f => CheckItem.Of("", f))], report.More, [.. CheckText.Unknown(report.Kind)]);
}
