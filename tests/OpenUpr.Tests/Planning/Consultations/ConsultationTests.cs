using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Consultations;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;
using Held = OpenUpr.Planning.Consultations.Consultations;

namespace OpenUpr.Tests.Planning.Consultations;

/// <summary>Consultations, what was raised in them and what the report made of it, on both databases.</summary>
public sealed class ConsultationTests
{
    private static readonly ConsultationWish s_wish = new("state", "National consultation", "San Merrow", null, "2026-01-05", "2026-01-10", "2026-01-12", "180", ["ministries", "cso-capital"], ["meetings"], null, "14", "31");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-01-12", true)]
    [InlineData("2026-01-13", false)]
    [InlineData("2026-02-05", false)]
    public void One_week_for_comments_is_inadequate(string last, bool isToken)
    {
        var test = QualityTest.Of(Row(told: "2026-01-05", comments: last));
        Assert.Equal(isToken, test.Warnings.Contains(QualityTest.CommentDays));
    }

    [Fact]
    public void The_test_warns_of_what_is_missing_and_of_nothing_else()
    {
        var row = Row(told: "2026-01-05", comments: "2026-02-20");
        row.HeldOn = new DateOnly(2026, 2, 10);
        row.Answers = "outside-capital:no\nnotice:yes\nanswered:partly";
        row.Invitees = "ministries\ncso-capital\ncso-regions";
        Assert.Equal(["outside-capital"], QualityTest.Of(row).Warnings);
        Assert.Equal((3, 16), (QualityTest.Of(row).Answered, QualityTest.Of(row).Asked));
        row.HeldOn = new DateOnly(2026, 1, 18);
        row.Invitees = "cso-capital";
        Assert.Equal([QualityTest.NoticeDays, "outside-capital", QualityTest.OnlyCapital], QualityTest.Of(row).Warnings);
    }

    [Theory]
    [InlineData("12, 14-16", new[] { "12", "14", "15", "16" })]
    [InlineData("3;3 4", new[] { "3", "4" })]
    [InlineData("16-14", new string[0])]
    [InlineData("1-9999", new string[0])]
    [InlineData("about 12", new string[0])]
    [InlineData("", new string[0])]
    public void Numbers_of_paragraphs_are_read_as_people_write_them(string written, string[] numbers) => Assert.Equal(numbers, RaisedIssues.Numbers(written));

    [Theory]
    [OnEachDatabase]
    public async Task What_the_report_left_out_becomes_a_draft_recommendation_once(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (lucas, tomas, petra) = (await test.AsAsync("lucas"), await test.AsAsync("tomas"), await test.AsAsync("petra", "arvenia-watch"));
        var id = (await Held.SaveAsync(test.Rooms, lucas, null, s_wish, Cancel)).Id;
        var raised = await RaisedIssues.SaveAsync(test.Rooms, lucas, id, null, new RaisedWish("Detention", "Publish the register", "ignored", null, null, "advocacy", null), Cancel);
        Assert.True(raised.IsDone);

        Assert.Equal(Refusal.Unknown, (await RaisedIssues.SaveAsync(test.Rooms, lucas, id, null, new RaisedWish("No such issue", "Text", "ignored", null, null, null, null), Cancel)).Refused);
        Assert.Equal(Refusal.Unknown, (await RaisedIssues.SaveAsync(test.Rooms, lucas, id, null, new RaisedWish(null, "Text", null, 999, "4", null, null), Cancel)).Refused);
        Assert.Equal(Refusal.NoNumber, (await RaisedIssues.SaveAsync(test.Rooms, lucas, id, null, new RaisedWish(null, "Text", null, null, "about four", null, null), Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await RaisedIssues.DraftAsync(test.Rooms, tomas, id, raised.Id, Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await RaisedIssues.DraftAsync(test.Rooms, petra, id, raised.Id, Cancel)).Refused);
        Assert.True((await RaisedIssues.DraftAsync(test.Rooms, lucas, id, raised.Id, Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await RaisedIssues.DraftAsync(test.Rooms, lucas, id, raised.Id, Cancel)).Refused);
        await using var db = test.Open(lucas);
        var draft = await db.DraftRecommendations.SingleAsync(Cancel);
        Assert.Equal(("Publish the register", "Detention", DraftRecommendation.Draft), (draft.Text, draft.Issue, draft.State));
        Assert.Equal((1, 1), (await Held.ListAsync(test.Rooms.Store, lucas, Cancel)).Select(r => (r.Raised, r.Ignored)).Single());
        Assert.Empty(await Held.ListAsync(test.Rooms.Store, petra, Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task An_issue_is_linked_to_paragraphs_of_the_national_report(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var lucas = await test.AsAsync("lucas");
        await using (var db = test.Rooms.Store.Open())
        {
            db.Reviews.Add(new Review { Id = 9_000, Sur = "XTO", Session = 40 });
            db.Documents.Add(new SourceDocument { Id = 9_001, Sha256 = new string('a', 64), Kind = "national-report", Symbol = "A/1", FileName = "a", MediaType = "text/plain", ReceivedAt = TimeProvider.System.GetUtcNow(), ReviewId = 9_000 });
            db.Passages.AddRange(Enumerable.Range(1, 5).Select(i => new Passage { Id = 9_010 + i, DocumentId = 9_001, Ordinal = i, Number = $"{i}", Text = $"Paragraph {i}" }));
            await db.SaveChangesAsync(Cancel);
        }

        var report = (await RaisedIssues.ReportsAsync(test.Rooms.Store, "XTO", Cancel)).Single(r => r.Symbol == "A/1");
        var id = (await Held.SaveAsync(test.Rooms, lucas, null, s_wish, Cancel)).Id;
        Assert.True((await RaisedIssues.SaveAsync(test.Rooms, lucas, id, null, new RaisedWish(null, "Register", "partly", report.DocumentId, "2-3, 5", null, null), Cancel)).IsDone);
        Assert.Equal(["Paragraph 2", "Paragraph 3", "Paragraph 5"], (await RaisedIssues.ListAsync(test.Rooms.Store, lucas, id, Cancel)).Single().Paragraphs.Select(p => p.Text));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Meetings_come_back_and_roles_hold(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (lucas, noor, tomas) = (await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("tomas"));
        var id = (await GovernmentMeetings.AddAsync(test.Rooms, noor, "Quarterly", "government", "2026-01-10", "3", Cancel)).Id;
        Assert.Equal(Refusal.Absent, (await GovernmentMeetings.HeldAsync(test.Rooms, tomas, id, null, Cancel)).Refused);
        Assert.True((await GovernmentMeetings.HeldAsync(test.Rooms, lucas, id, "They listened", Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await GovernmentMeetings.HeldAsync(test.Rooms, lucas, id, null, Cancel)).Refused);
        Assert.Equal([(new DateOnly(2026, 4, 10), false), (new DateOnly(2026, 1, 10), true)], (await GovernmentMeetings.ListAsync(test.Rooms.Store, tomas, Cancel)).Select(m => (m.On, m.HeldOn is not null)));

        var consultation = (await Held.SaveAsync(test.Rooms, lucas, null, s_wish, Cancel)).Id;
        Assert.Equal(Refusal.Absent, (await Held.ChooseAsync(test.Rooms, noor, consultation, "attend", null, Cancel)).Refused);
        Assert.Equal(Refusal.Unknown, (await Held.ChooseAsync(test.Rooms, lucas, consultation, "sing", null, Cancel)).Refused);
        Assert.Equal(Refusal.Unknown, (await Held.TestAsync(test.Rooms, lucas, consultation, new Dictionary<string, string> { ["made-up"] = "yes" }, Cancel)).Refused);
        Assert.True((await Held.TestAsync(test.Rooms, lucas, consultation, new Dictionary<string, string> { ["notice"] = "no", ["levels"] = "" }, Cancel)).IsDone);
        var row = (await Held.FindAsync(test.Rooms.Store, lucas, consultation, Cancel))!;
        Assert.Equal(("notice:no", 2), (row.Answers, row.Revision));
        Assert.Equal(Refusal.Conflict, (await Held.SaveAsync(test.Rooms, lucas, consultation, s_wish with { Revision = 1 }, Cancel)).Refused);
        Assert.Equal(Refusal.NoDate, (await Held.SaveAsync(test.Rooms, lucas, null, s_wish with { CommentsBy = "2025-01-01" }, Cancel)).Refused);
    }

    private static Consultation Row(string told, string comments) => new()
    {
        Kind = "state", Title = "", Invitees = "", Channels = "", Answers = "", ToldOn = DateOnly.ParseExact(told, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), CommentsBy = DateOnly.ParseExact(comments, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    };
}
