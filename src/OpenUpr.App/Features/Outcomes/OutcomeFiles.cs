using System.Globalization;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>The lobby list, the publishable list and the sheet of a workshop's results as files. Nothing of who wrote what, of steps or of private notes is in them; the sheet of results goes to the government too, so nothing of how to lobby it is in there.</summary>
internal static class OutcomeFiles
{
    private const string Base = "/coalitions/{coalition}/follow-up/{id:long:min(1)}";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void AddOutcomes(this IServiceCollection services) => services.AddSingleton<IRoomTexts, PositionTexts>().AddSingleton<OpenUpr.Agenda.IDatedThings, DisseminationDays>().AddSingleton<OpenUpr.Planning.IWaitingThings, WaitingTranslations>();

    public static void MapOutcomeFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in new[] { ".docx", ".xlsx" })
        {
            routes.MapMethods($"{Base}/lobby{ending}", [HttpMethods.Get, HttpMethods.Head], (long id, HttpContext context, Store store, LiveIndex live, TimeProvider time) => LobbyAsync(id, ending, context, store, live, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Observer, $"/coalitions/{{coalition}}/follow-up/1/lobby{ending}"));
            routes.MapMethods($"{Base}/outcome{ending}", [HttpMethods.Get, HttpMethods.Head], (long id, HttpContext context, Store store, TimeProvider time) => ListAsync(id, ending, context, store, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Observer, $"/coalitions/{{coalition}}/follow-up/1/outcome{ending}"));
        }

        routes.MapMethods($"{Base}/workshop.docx", [HttpMethods.Get, HttpMethods.Head], SheetAsync).WithMetadata(new AccessAttribute(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/workshop.docx"));
    }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static string StateName(Store store, string code) => store.Reference.FindState(code)?.Name(Language) ?? code;

    private static string NameOf(Store store, BoardView board) => Numbers.Fill(FollowUpWords.Review_Name, StateName(store, board.View.Review.State), board.View.Review.Session);

    private static string States(Store store, IEnumerable<string> codes) => string.Join(", ", codes.Select(c => StateName(store, c)));

    private static async Task LobbyAsync(long id, string ending, HttpContext context, Store store, LiveIndex live, TimeProvider time)
    {
        var cancel = context.RequestAborted;
        if (await PositionBoard.ReadAsync(store, context.Access(), id, cancel) is not { } board)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var rule = LobbyRules.Codes.FirstOrDefault(r => r == context.Request.Query["rule"]) ?? LobbyRules.Open;
        var lines = await LobbyShowModel.ReadAsync(store, live.Current, board, rule, FollowFilter.Read(name => context.Request.Query[name]), cancel);
        var table = new OutcomeTable(
            Numbers.Fill(OutcomeWords.Lobby_Of, NameOf(store, board)), [.. board.Adoption is { } over ? new[] { Numbers.Fill(OutcomeWords.Lobby_After, Dates.Day(over.On)) } : [], OutcomePage.Word("Rule", rule), OutcomePage.Word("RuleFrom", rule), OutcomeWords.Lobby_HowText],
            [OutcomeWords.Col_Rank, OutcomeWords.Row, FollowUpWords.Col_Position, OutcomeWords.Field_rationale, OutcomeWords.Field_lobby, OutcomeWords.Col_Why], [13, 44, 22, 34, 23, 34],
            [.. lines.Select(l => (IReadOnlyList<string>)[l.Rank.ToString(CultureInfo.CurrentCulture), $"{OutcomePage.Say(l.Row)} ({States(store, l.Row.Followed.States)})", FollowPage.PositionWord(l.Row.Position), l.Row.Entry?.Rationale ?? "", States(store, l.Row.Lobby), string.Join(" ", l.Reasons.Select(LobbyShowModel.Reason))])]) { IsLandscape = true };
        await SendAsync(context, table, $"{context.Access().Slug}-lobby-{id}", ending, Language, time);
    }

    /// <summary>The recommendations with their positions and, where a language is named, its translations: those that nobody checked say so.</summary>
    private static async Task ListAsync(long id, string ending, HttpContext context, Store store, TimeProvider time)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        if (await PositionBoard.ReadAsync(store, access, id, cancel) is not { } board)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var language = context.Request.Query["language"].FirstOrDefault() is { Length: > 1 and <= 12 } asked ? asked : null;
        var translated = language is null ? null : await Translations.ReadAsync(store, access, id, language, cancel);
        string[] head = [OutcomeWords.Col_Number, OutcomeWords.Row, .. translated is null ? Array.Empty<string>() : [DisseminationShowModel.LanguageName(language!)], FollowUpWords.Col_Position, OutcomeWords.Col_States];
        var table = new OutcomeTable(
            Numbers.Fill(OutcomeWords.List_Of, NameOf(store, board)), translated is null ? [OutcomeWords.List_Note] : [OutcomeWords.List_Note, OutcomeWords.List_Translation], head, translated is null ? [14, 56, 20, 30] : [15, 42, 42, 21, 26],
            [.. board.Rows.Select(r => (IReadOnlyList<string>)[r.Row.Number ?? "", r.Row.Text, .. translated is null ? Array.Empty<string>() : [Translated(translated.GetValueOrDefault(r.Row.Id))], FollowPage.PositionWord(r.Position), States(store, r.Followed.States)])]);
        await SendAsync(context, table, $"{access.Slug}-outcome-{id}{(language is null ? "" : "-translated")}", ending, Language, time);
    }

    private static string Translated(TranslationRow? row) => row is null ? "" : row.IsChecked ? row.Translation.Text : $"{row.Translation.Text} [{OutcomeWords.Translation_Unchecked}]";

    private static async Task SheetAsync(long id, HttpContext context, Store store, TimeProvider time)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        if (await PositionBoard.ReadAsync(store, access, id, cancel) is not { } board)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var cluster = long.TryParse(context.Request.Query["cluster"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
        var rows = board.Rows.Where(r => WorkshopShowModel.IsWorkedOn(r) && (cluster is null || (r.Followed.Duty is null ? 0 : r.Row.DutyClusterId ?? 0) == cluster)).ToList();
        var name = cluster is > 0 ? rows.FirstOrDefault()?.Followed.Duty : null;
        string[] codes = [EntryFields.Ideal, EntryFields.Rationale, "idea", "actors", "government", "dissemination", "charter", "monitoring"];
        var file = OutcomeExport.Sheet(
            Numbers.Fill(OutcomeWords.Sheet_Title, NameOf(store, board)), [.. new[] { name, rows.Count == 0 ? OutcomeWords.Sheet_Empty : OutcomeWords.Sheet_Note, Dates.Day(time.GetUtcNow()) }.OfType<string>()],
            [.. rows.Select(r => new OutcomeSheetRow(
                r.Row.Number ?? OutcomeWords.Row, r.Row.Text, $"{FollowPage.PositionWord(r.Position)} · {States(store, r.Followed.States)}",
                [.. codes.Select(c => (OutcomePage.Word("Field", c), Said(c, EntryFields.Read(r.Entry, c)))).Where(p => p.Item2.Length > 0)]))], Language);
        await AnswerAsync(context, $"{access.Slug}-workshop-{id}.docx", DocxWriter.MediaType, output => output.WriteAsync(file, cancel).AsTask());
    }

    private static string Said(string code, string? text) => text is null ? "" : code == EntryFields.Ideal ? FollowPage.PositionWord(text) : text;

    private static Task SendAsync(HttpContext context, OutcomeTable table, string name, string ending, string language, TimeProvider time) => ending == ".docx"
        ? AnswerAsync(context, name + ending, DocxWriter.MediaType, output => output.WriteAsync(OutcomeExport.Docx(table, language), context.RequestAborted).AsTask())
        : AnswerAsync(context, name + ending, Xlsx, output => OutcomeExport.XlsxAsync(output, table, time.GetUtcNow(), context.RequestAborted));

    private static Task AnswerAsync(HttpContext context, string name, string type, Func<Stream, Task> write)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return write(context.Response.Body);
    }
}
