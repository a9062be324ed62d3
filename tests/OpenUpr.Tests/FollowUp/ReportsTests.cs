using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Agenda;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Drafting.Studio;
using OpenUpr.Export;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Planning;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;
using FollowReports = OpenUpr.FollowUp.Reports.Reports;

namespace OpenUpr.Tests.FollowUp;

/// <summary>Reports of a followed review on both databases: counted from confirmed judgements, commented on, released and kept.</summary>
public sealed class ReportsTests
{
    private const string Secret = "Only one of us has seen this.";

    private static readonly DateTimeOffset s_at = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_report_is_counted_from_confirmed_judgements_commented_on_released_and_kept(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, noor, tomas, ines) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("tomas"), await test.AsAsync("ines"));
        var follow = await FollowAsync(test, lucas);
        var id = follow.Review.Id;
        await JudgeAsync(rooms, lucas, noor, follow);
        Assert.Equal(Refusal.Absent, (await FollowReports.BeginAsync(rooms, tomas, follow, Wish(), Cancel)).Refused);
        Assert.Equal("mode", (await FollowReports.BeginAsync(rooms, noor, follow, Wish() with { Mode = "best" }, Cancel)).Field);
        Assert.Equal("issues", (await FollowReports.BeginAsync(rooms, noor, follow, Wish() with { Scope = ReportScopes.Issues }, Cancel)).Field);
        Assert.Equal("scope", (await FollowReports.BeginAsync(rooms, noor, follow, Wish() with { Scope = ReportScopes.Key }, Cancel)).Field);
        var report = (await FollowReports.BeginAsync(rooms, noor, follow, Wish() with { Client = "one" }, Cancel)).Id;
        Assert.Equal(report, (await FollowReports.BeginAsync(rooms, noor, follow, Wish() with { Client = "one" }, Cancel)).Id);

        // What one person alone has judged is in no part of it; disagreement stays; a case leaves its kind alone.
        var now = (await ReportTaking.NowAsync(rooms, tomas, follow, report, Cancel))!;
        var text = Text(now.Document);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.Contains("≠ Disagreement", text, StringComparison.Ordinal);
        Assert.Contains("https://parliament.example/3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bill 3 of a friend", text, StringComparison.Ordinal);
        Assert.Equal((follow.Rows.Count, 2, 3, "mixed", "green"), (now.Data.Rows.Count, now.Data.Rows.Count(r => r.Judgements.Count > 0), now.Data.Judgements.Count(), now.Data.Rows[0].Light, now.Data.Rows[1].Light));

        await CommentAsync(test, follow, report);
        var view = (await ReportRows.ReadAsync(rooms, lucas, id, report, Cancel))!;
        Assert.Equal(Refusal.NotAgreed, (await ReleaseAsync(rooms, lucas, follow, report)).Refused);
        Assert.DoesNotContain(StudioSteps.Open(view.Document.Document, view.Document.Role), m => m.Code == StudioSteps.Send);
        Assert.True((await StudioTrack.TakeAsync(rooms, lucas, view.Document.Document.Id, new StepWish(StudioSteps.Agree, view.Document.Stamp, null, null, null, false), Cancel)).IsDone);
        Assert.Equal(Refusal.OpenRound, (await ReleaseAsync(rooms, lucas, follow, report)).Refused);
        Assert.True((await ReportRounds.CloseAsync(rooms, lucas, id, report, Cancel)).IsDone);
        Assert.Equal(Refusal.OpenComments, (await ReleaseAsync(rooms, lucas, follow, report)).Refused);
        Assert.Contains(await new WaitingReports(rooms).ReadAsync(lucas, Cancel), t => t.Kind == WaitingReports.Answer);
        Assert.Equal(Refusal.Absent, (await ReportRounds.SayAsync(rooms, ines, view.Shown!.Id, new ReportSaying("un", null, null, "Too late.", null), Cancel)).Refused);
        Assert.True((await ReportRounds.AnswerAsync(rooms, noor, id, report, view.Comments[1].Comment.Id, "We look at all of it.", true, Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await ReportRounds.AnswerAsync(rooms, noor, id, report, view.Comments[1].Comment.Id, "Again.", false, Cancel)).Refused);
        Assert.Equal(Refusal.Conflict, (await ReportReleases.ReleaseAsync(rooms, lucas, follow, report, new ReleaseWish("old", null, true), Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await ReleaseAsync(rooms, noor, follow, report)).Refused);
        Assert.True((await ReleaseAsync(rooms, lucas, follow, report)).IsDone);
        await KeptAsync(test, follow, report);
    }

    [Theory]
    [OnEachDatabase]
    public async Task An_annual_assessment_counts_up_to_its_round_says_what_changed_and_needs_a_reason_where_nobody_was_asked(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, noor) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("noor"));
        var follow = await FollowAsync(test, lucas);
        var (id, row, other) = (follow.Review.Id, follow.Rows[0].Row.Id, follow.Rows[1].Row.Id);
        async Task<long> RoundAsync(string year, long of, string value, bool isLast = false)
        {
            var round = (await Rounds.BeginAsync(rooms, lucas, id, year, $"{year}-01-01", $"{year}-03-01", Cancel)).Id;
            var made = (await Assessments.AddAsync(rooms, noor, id, new AssessmentWish(of, null, value, "Facts.", false, null, null), year, Cancel)).Id;
            Assert.True((await Assessments.ConfirmAsync(rooms, lucas, id, made, Cancel)).IsDone);
            return isLast ? round : (await Rounds.EndAsync(rooms, lucas, id, round, Cancel)).Id;
        }

        var (first, second) = (await RoundAsync("2024", row, "not"), await RoundAsync("2025", row, "implemented"));
        await RoundAsync("2026", other, "partly", isLast: true);
        async Task<ReportData> DataAsync(long? round)
        {
            var begun = await FollowReports.BeginAsync(rooms, lucas, follow, Wish() with { Kind = StudioKinds.AnnualAssessment, Scope = ReportScopes.Assessed, RoundId = round }, Cancel);
            return (await ReportTaking.NowAsync(rooms, lucas, follow, begun.Id, Cancel))!.Data;
        }

        var (before, after, all) = (await DataAsync(first), await DataAsync(second), await DataAsync(null));
        Assert.Equal(["red"], before.Rows.Select(r => r.Light));
        Assert.Equal((2025, "green", 1), (after.Year, after.Rows[0].Light, after.Rows.Count));
        Assert.Equal(["green", "amber"], all.Rows.Select(r => r.Light));
        Assert.Equal("round", (await FollowReports.BeginAsync(rooms, lucas, follow, Wish() with { Kind = StudioKinds.AnnualAssessment, RoundId = 999_999 }, Cancel)).Field);

        var line = (await ReportRows.ListAsync(rooms, lucas, id, Cancel))[^1];
        var view = (await ReportRows.ReadAsync(rooms, lucas, id, line.Report.Id, Cancel))!;
        Assert.True((await StudioTrack.TakeAsync(rooms, lucas, view.Document.Document.Id, new StepWish(StudioSteps.Agree, view.Document.Stamp, null, null, null, false), Cancel)).IsDone);
        Assert.Equal("reason", (await ReleaseAsync(rooms, lucas, follow, line.Report.Id)).Field);
        Assert.True((await ReleaseAsync(rooms, lucas, follow, line.Report.Id, "Nobody was there.")).IsDone);
        Assert.Contains((await ReportRows.ListAsync(rooms, lucas, id, Cancel)).Select(l => l.Next), n => n == ReportNext.Share);
    }

    [Fact]
    public async Task The_mode_changes_title_lines_sections_and_which_recommendations_are_in_and_every_language_has_its_words()
    {
        await using var test = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, lucas) = (test.Rooms, await test.AsAsync("lucas"));
        var follow = await FollowAsync(test, lucas);
        await JudgeAsync(rooms, lucas, await test.AsAsync("noor"), follow);
        var issue = follow.Rows.First(r => r.Issues.Count > 0).Issues[0];
        foreach (var (mode, language, has, hasNot) in new[] { ("chosen", "en", "recommendations of its choice", "input of civil society"), ("parallel", "fr", " : le rapport de l’État", "contribution de la société"), ("joint", "es", "el Estado y la sociedad civil", "el informe del Estado y en"), ("state", "en", "input of civil society", "where we see things otherwise") })
        {
            var begun = await FollowReports.BeginAsync(rooms, lucas, follow, Wish() with { Mode = mode, Language = language, Scope = ReportScopes.Issues, Issues = [issue] }, Cancel);
            var content = (await ReportTaking.NowAsync(rooms, lucas, follow, begun.Id, Cancel))!;
            var text = string.Join('\n', content.Document.Cover!.Lines) + Text(content.Document) + string.Join('\n', (await ReportRows.ReadAsync(rooms, lucas, follow.Review.Id, begun.Id, Cancel))!.Document.Sections.Select(s => s.Section.Heading));
            Assert.Contains(has, text, StringComparison.Ordinal);
            Assert.DoesNotContain(hasNot, text, StringComparison.Ordinal);
            Assert.Equal(mode == "state" ? follow.Rows.Count : follow.Rows.Count(r => r.Issues.Contains(issue)), content.Data.Rows.Count);
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
            Valid(content);
        }
    }

    /// <summary>One round of comments: a member for somebody outside, and a guest who sees the version and their own words alone.</summary>
    private static async Task CommentAsync(TestRooms test, FollowView follow, long report)
    {
        var (rooms, lucas, noor, ines) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("ines"));
        var id = follow.Review.Id;
        var day = rooms.Today.AddDays(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("until", (await ReportRounds.OpenAsync(rooms, lucas, follow, report, "2020-01-01", true, Cancel)).Field);
        Assert.Equal(Refusal.Absent, (await ReportRounds.OpenAsync(rooms, noor, follow, report, day, true, Cancel)).Refused);
        Assert.True((await ReportRounds.OpenAsync(rooms, lucas, follow, report, day, true, Cancel)).IsDone);
        Assert.True((await ReportRounds.AskAsync(rooms, noor, id, report, ReportVoices.Nhri, "Commission of human rights", null, Cancel)).IsDone);
        var shown = (await ReportRows.ReadAsync(rooms, lucas, id, report, Cancel))!.Shown!;
        Assert.Null(await ReportVersions.ReadAsync(rooms, ines, shown.Id, Cancel));
        Assert.Equal(Refusal.Absent, (await ReportRounds.SayAsync(rooms, ines, shown.Id, new ReportSaying("un", null, null, "Well done.", null), Cancel)).Refused);
        Assert.True((await ReportVersions.ShareAsync(rooms, lucas, shown.Id, ines.MemberId!.Value, true, Cancel)).IsDone);
        Assert.True((await ReportRounds.SayAsync(rooms, noor, shown.Id, new ReportSaying("organisation", "Union of fishers", null, "Nets were taken.", "a"), Cancel)).IsDone);
        Assert.True((await ReportRounds.SayAsync(rooms, noor, shown.Id, new ReportSaying("organisation", "Union of fishers", null, "Nets were taken.", "a"), Cancel)).IsDone);
        Assert.True((await ReportRounds.SayAsync(rooms, ines, shown.Id, new ReportSaying("un", "Somebody else", null, "What of the islands?", null), Cancel)).IsDone);
        var theirs = (await ReportVersions.ReadAsync(rooms, ines, shown.Id, Cancel))!;
        Assert.Equal([(null, null)], theirs.Comments.Select(c => (c.Comment.Who, c.Author)));
        Assert.DoesNotContain("\"authorId\"", theirs.Version.Content, StringComparison.OrdinalIgnoreCase);
        await using (var db = rooms.Store.Open(ines))
        {
            Assert.Equal((0, 1, 0, 1, 0), (await db.FollowReports.CountAsync(Cancel), await db.ReportVersions.CountAsync(Cancel), await db.ReportAsks.CountAsync(Cancel), await db.ReportComments.CountAsync(Cancel), await db.StudioSections.CountAsync(Cancel)));
        }

        var view = (await ReportRows.ReadAsync(rooms, lucas, id, report, Cancel))!;
        Assert.Equal([("organisation", 0, 1, false), ("nhri", 1, 0, true), ("un", 0, 1, false), ("government", 0, 0, false), ("other", 0, 0, false)], view.Voices.Select(v => (v.Kind, v.Asked, v.Answered, v.IsMissing)));
        Assert.True((await ReportRounds.AnswerAsync(rooms, noor, id, report, view.Comments[0].Comment.Id, "We ask.", false, Cancel)).IsDone);
        var days = new Days(rooms.Today, rooms.Today.AddDays(20));
        Assert.Contains(await new ReportDays(rooms).ReadAsync(noor, days, Cancel), d => d is { Kind: DatedKinds.Report, Title: not null, IsDone: false });
        Assert.Contains(await new ReportTexts(rooms).ReadAsync(noor, Cancel), t => t.Text.Contains("Nets were taken", StringComparison.Ordinal));
    }

    /// <summary>A later judgement changes the report that is not released; what was released stays to the byte, for members and for guests once it is shared.</summary>
    private static async Task KeptAsync(TestRooms test, FollowView follow, long report)
    {
        var (rooms, lucas, noor, ines) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("ines"));
        var view = (await ReportRows.ReadAsync(rooms, lucas, follow.Review.Id, report, Cancel))!;
        Assert.Equal((ReportNext.Share, StudioDocument.Sent), (view.Next, view.Document.Document.Stage));
        Assert.Equal([(null, 1)], view.Gaps);
        var first = await FileAsync(rooms, lucas, view.Released!.Id);
        var made = (await Assessments.AddAsync(rooms, noor, follow.Review.Id, new AssessmentWish(follow.Rows[1].Row.Id, null, "not", "It was undone.", false, null, null), "late", Cancel)).Id;
        Assert.True((await Assessments.ConfirmAsync(rooms, lucas, follow.Review.Id, made, Cancel)).IsDone);
        Assert.Equal("red", (await ReportTaking.NowAsync(rooms, lucas, follow, report, Cancel))!.Data.Rows[1].Light);
        Assert.Equal(first, await FileAsync(rooms, noor, view.Released.Id));
        Assert.Null(await ReportVersions.ReadAsync(rooms, ines, view.Released.Id, Cancel));
        Assert.True((await ReportReleases.ShareAsync(rooms, lucas, follow.Review.Id, report, Cancel)).IsDone);
        var seen = (await ReportVersions.ReadAsync(rooms, ines, view.Released.Id, Cancel))!;
        Assert.Equal(("green", false), (seen.Content.Data.Rows[1].Light, seen.MayComment));
        Assert.Contains(await Sharing.WithMeAsync(rooms.Store, ines, Cancel), t => t.Thing == ReportVersions.Thing && t.Id == view.Released.Id);
        Assert.Equal(Refusal.Closed, (await ReleaseAsync(rooms, lucas, follow, report)).Refused);
        Valid(seen.Content);

        using var book = new MemoryStream();
        await ReportExport.WriteAsync(book, seen.Content, rooms.Today, ".xlsx", c => c, s_at, Cancel);
        using var sheets = SpreadsheetDocument.Open(book, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(sheets, Cancel).Select(e => e.Description));
        Assert.Equal(3, sheets.WorkbookPart!.WorksheetParts.Count());
    }

    private static async Task<byte[]> FileAsync(Rooms rooms, CoalitionAccess access, long version)
    {
        using var file = new MemoryStream();
        await ReportExport.WriteAsync(file, (await ReportVersions.ReadAsync(rooms, access, version, Cancel))!.Content, null, ".docx", c => c, s_at, Cancel);
        return file.ToArray();
    }

    /// <summary>The Word file is valid, bears a chart that Word draws, and every light in it has its word.</summary>
    private static void Valid(ReportContent content)
    {
        using var file = new MemoryStream(OpenUpr.Export.Docx.StudioDocx.Write(content.Document));
        using var docx = WordprocessingDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(docx, Cancel).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.NotEmpty(docx.MainDocumentPart!.ChartParts);
        file.Position = 0;
        var read = OpenUpr.Drafting.Checking.Word.WordFile.Read(file, file.Length, TimeSpan.FromSeconds(20), Cancel);
        Assert.Equal(read.Paragraphs.Where(p => p.Text.Length > 0).Select(p => p.Text), ComposedCheck.ToChecked(content.Document).Paragraphs.Where(p => p.Text.Length > 0).Select(p => p.Text));
        Assert.All(content.Document.Blocks.SelectMany(b => b.Rows.SelectMany(r => r).Append(b.Runs)).SelectMany(r => r).Where(r => r.Light is not null), r => Assert.Contains(r.Text, char.IsLetterOrDigit));
    }

    private static ReportWish Wish() => new(StudioKinds.MidTermReport, ReportModes.Parallel, ReportScopes.All, "en");

    private static async Task<Outcome> ReleaseAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long report, string? reason = null) =>
        await ReportReleases.ReleaseAsync(rooms, access, follow, report, new ReleaseWish((await ReportRows.ReadAsync(rooms, access, follow.Review.Id, report, Cancel))!.Document.Stamp, reason, true), Cancel);

    private static string Text(ComposedDocument document) => string.Join('\n', document.Blocks.SelectMany(b => b.Rows.SelectMany(r => r).Append(b.Runs)).Select(r => string.Concat(r.Select(w => w.Text))));

    /// <summary>Two organisations disagree on the first, one confirmed judgement on the second, one that nobody confirmed on the third.</summary>
    private static async Task JudgeAsync(Rooms rooms, CoalitionAccess lucas, CoalitionAccess noor, FollowView follow)
    {
        var organisation = (await MemberOrganisations.ListAsync(rooms.Store, lucas, Cancel))[0].Id;
        foreach (var (row, of, value, words, isConfirmed) in new[] { (0, (long?)null, "not", "Nothing was done.", true), (0, organisation, "implemented", "It was done.", true), (1, null, "implemented", "It was done.", true), (2, null, "not", Secret, false) })
        {
            var wish = new AssessmentWish(follow.Rows[row].Row.Id, of, value, words, false, null, null) { Evidence = new EvidenceWish("bill", "Bill 3 of a friend", "https://parliament.example/3", null) };
            var made = await Assessments.AddAsync(rooms, noor, follow.Review.Id, wish, null, Cancel);
            Assert.True(!isConfirmed || (await Assessments.ConfirmAsync(rooms, lucas, follow.Review.Id, made.Id, Cancel)).IsDone);
        }

        await ActionWriting.AddAsync(rooms, noor, follow.Review.Id, new ActionText("Draft a bill") { Ministry = "Justice", Assistance = "Advice of the region", Note = Secret }, [follow.Rows[0].Row.Id], null, Cancel);
    }

    private static async Task<FollowView> FollowAsync(TestRooms test, CoalitionAccess access)
    {
        await DemoWorld.LoadAsync(test.Rooms.Store, TimeProvider.System, Cancel);
        var choice = (await FollowRows.ChoicesAsync(test.Rooms.Store, access, Cancel))[0];
        var begun = await Follows.BeginAsync(test.Rooms, access, choice.State, choice.Session, Cancel);
        return (await FollowRows.ReadAsync(test.Rooms.Store, access, begun.Id, Cancel))!;
    }
}
