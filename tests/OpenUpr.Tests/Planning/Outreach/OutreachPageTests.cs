using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenUpr.App.Features.Consultations;
using OpenUpr.App.Features.Events;
using OpenUpr.App.Features.Outreach;
using OpenUpr.Planning.Consultations;
using OpenUpr.Planning.Events;
using OpenUpr.Planning.Outreach;
using OpenUpr.Tests.App;

namespace OpenUpr.Tests.Planning.Outreach;

/// <summary>Pages of contacts, events and consultations, with the demonstration's.</summary>
public sealed class OutreachPageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";

    [Fact]
    public async Task The_list_finds_by_name_and_says_what_is_to_be_done()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        Assert.Contains("Linnea Aasgard", await lucas.ReadAsync($"{Room}/contacts?q=aasgard"), StringComparison.Ordinal);
        Assert.DoesNotContain("Henrik Solberg", await lucas.ReadAsync($"{Room}/contacts?q=aasgard"), StringComparison.Ordinal);
        Assert.Contains("Nobody fits", await lucas.ReadAsync($"{Room}/contacts?q=zzz"), StringComparison.Ordinal);
        Assert.Contains("Ama Keita", await lucas.ReadAsync($"{Room}/contacts?view=successor"), StringComparison.Ordinal);
        Assert.DoesNotContain("Viktor Praun", await lucas.ReadAsync($"{Room}/contacts?view=follow-up"), StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\"", await lucas.ReadAsync($"{Room}/contacts?view=gate-keepers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_filled_with_what_the_State_recommended_and_is_noted_when_it_was_sent()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var page = await lucas.ReadAsync($"{Room}/contacts/2/letter?kind=thanks");
        Assert.Contains("Dear Henrik Solberg,", page, StringComparison.Ordinal);
        Assert.Contains("in session 40", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{", page[page.IndexOf("<textarea", StringComparison.Ordinal)..page.IndexOf("</textarea>", StringComparison.Ordinal)], StringComparison.Ordinal);

        var (status, body, _) = await lucas.SendAsync($"{Room}/contacts/2/letter", ("act", "text"), ("kind", "thanks"), ("letter", "My own words"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.EndsWith("My own words\n", body, StringComparison.Ordinal);
        var (_, _, location) = await lucas.SendAsync($"{Room}/contacts/2/letter", ("act", "log"), ("kind", "update"));
        Assert.Equal($"{Room}/contacts/2?done=saved", location);
        Assert.Contains("Sent", await lucas.ReadAsync(location!), StringComparison.Ordinal);
        await lucas.ReadAsync($"{Room}/contacts/14/letter", HttpStatusCode.NotFound);
        await lucas.ReadAsync($"{Room}/contacts/4/letter", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_is_looked_at_first_and_taken_whole_then()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var seen = await SendFileAsync(lucas, "name,state,email\nLinnea Aasgard,XNI,\nNew Person <b>,XNI,new@example.org\n");
        Assert.Contains("2 contacts in the file: 1 new, 1 seem to be there already, 0 cannot be taken", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("New Person", await lucas.ReadAsync($"{Room}/contacts?q=new+person"), StringComparison.Ordinal);
        var rows = System.Text.RegularExpressions.Regex.Match(seen, "name=\"rows\" value=\"([^\"]+)\"").Groups[1].Value;
        var (status, _, location) = await lucas.SendFileAsync($"{Room}/contacts/import", null, ("act", "import"), ("rows", rows));
        Assert.Equal((HttpStatusCode.SeeOther, $"{Room}/contacts?done=saved"), (status, location));
        Assert.Contains("New Person <b>", await lucas.ReadAsync($"{Room}/contacts?q=new+person"), StringComparison.Ordinal);
        Assert.Contains("Line 1: No row names the columns", await SendFileAsync(lucas, "who;where\na;b\n", HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Contains("Nowhere", await SendFileAsync(lucas, "name,state\nNowhere Man,Nowhere\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_stands_as_a_plan_without_scripts_and_names_that_are_due_are_gone()
    {
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        var plan = await tomas.ReadAsync($"{Room}/events/1/clock");
        Assert.Contains("14:03:00 UTC", plan, StringComparison.Ordinal);
        Assert.Contains("<section class=\"clock noprint\" hidden", plan, StringComparison.Ordinal);
        var old = await tomas.ReadAsync($"{Room}/events/3");
        Assert.Contains("The names were deleted on", old, StringComparison.Ordinal);
        Assert.DoesNotContain("Aasgard", old, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_briefing_has_a_letter_for_each_who_is_invited()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var (_, _, location) = await lucas.SendAsync($"{Room}/contacts/briefing", ("title", "All together"), ("starts", "2030-03-04T10:00"), ("place", "Hall"));
        Assert.EndsWith("/letters?done=saved", location, StringComparison.Ordinal);
        var letters = await lucas.ReadAsync(location!);
        Assert.Contains("Dear Linnea Aasgard,", letters, StringComparison.Ordinal);
        Assert.DoesNotContain("Viktor Praun", letters, StringComparison.Ordinal);
        Assert.DoesNotContain("Joao Teles", letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consultation_shows_its_warnings_and_the_paragraphs_of_the_report()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        Assert.Contains("Comments were taken for 7 days only", await lucas.ReadAsync($"{Room}/consultation/1"), StringComparison.Ordinal);
        var third = await lucas.ReadAsync($"{Room}/consultation/3");
        Assert.Contains("The death penalty stays on the books.", third, StringComparison.Ordinal);
        Assert.Contains("3 raised: 1 kept, 1 partly, 1 ignored", third, StringComparison.Ordinal);
        Assert.Contains("paragraph 15 (a)", await lucas.ReadAsync($"{Room}/consultation/letter"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_for_Word_is_valid_and_tells_nothing_of_who_wrote_it()
    {
        var file = LetterFile.Write(new LetterDraft("Subject", "First\n- point\u0001\n\nLast"), new LetterDraft("Second", "Other"));
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken));
        var paragraphs = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().ToList();
        Assert.Equal(["Subject", "First", "point", "Last", "Second", "Other"], paragraphs.Select(p => p.InnerText));
        Assert.Equal("Second", paragraphs.Single(p => p.ParagraphProperties?.PageBreakBefore is not null).InnerText);
        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("docProps", StringComparison.OrdinalIgnoreCase) || e.LastWriteTime.Year > 1980);
    }

    [Fact]
    public void A_line_whose_fact_is_not_known_is_left_out_and_no_fact_is_read_as_a_name()
    {
        var facts = new Dictionary<string, string?> { ["person"] = "{coalition}", ["coalition"] = "Us", ["goals"] = null };
        Assert.Equal("Dear {coalition},\n\nAll:\nUs", Letters.Fill("Dear {person},\n\nThese:\n{goals}\n\nAll:\n{coalition}", facts));
        Assert.Equal("Dear {coalition},\n\nUs", Letters.Fill("Dear {person},\n\nOur goals: {goals}\n\n{coalition}\n{nothing}", facts));
    }

    [Fact]
    public void Every_code_has_words()
    {
        var missing = new List<string>();
        void Check(Func<string, string?> find, string group, IEnumerable<string> codes) => missing.AddRange(codes.Select(c => $"{group}_{c}").Where(n => find(n) is null));
        Check(OutreachText.Find, "Kind", ContactCodes.Kinds);
        Check(OutreachText.Find, "Duty", ContactCodes.Duties);
        Check(OutreachText.Find, "Event", ContactCodes.Events);
        Check(OutreachText.Find, "Thing", ContactCodes.Things);
        Check(OutreachText.Find, "View", ContactList.Views);
        Check(OutreachText.Find, "Letter", Letters.Kinds);
        Check(OutreachText.Find, "Subject", Letters.Kinds);
        Check(OutreachText.Find, "Body", Letters.Kinds);
        Check(EventText.Find, "Kind", EventCodes.Kinds);
        Check(EventText.Find, "Caution", EventCodes.Kinds);
        Check(EventText.Find, "Check", EventCodes.Kinds.SelectMany(EventCodes.ChecklistOf));
        Check(EventText.Find, "State", EventCodes.GuestStates);
        Check(EventText.Find, "Body", EventCodes.Bodies);
        Check(EventText.Find, "Way", Ways.All);
        Check(EventText.Find, "Answer", Ways.Answers);
        Check(EventText.Find, "Point", Ways.Points);
        missing.AddRange(from way in Ways.All from kind in Ways.Points from point in Ways.PointsOf(way, kind) where EventText.Point(way, kind, point) == point select $"{way} {kind} {point}");
        Check(ConsultationText.Find, "Kind", ConsultationCodes.Kinds);
        Check(ConsultationText.Find, "Invitee", ConsultationCodes.Invitees);
        Check(ConsultationText.Find, "Channel", ConsultationCodes.Channels);
        Check(ConsultationText.Find, "Choice", ConsultationCodes.Choices);
        Check(ConsultationText.Find, "Quality", ConsultationCodes.Questions.Keys);
        Check(ConsultationText.Find, "Ask", ConsultationCodes.Questions.SelectMany(q => q.Value));
        Check(ConsultationText.Find, "Warn", ConsultationCodes.Questions.SelectMany(q => q.Value).Concat([QualityTest.CommentDays, QualityTest.NoticeDays, QualityTest.OnlyCapital]));
        Check(ConsultationText.Find, "Answer", ConsultationCodes.Answers);
        Check(ConsultationText.Find, "Fate", ConsultationCodes.Fates);
        Check(ConsultationText.Find, "Next", ConsultationCodes.NextUses);
        Check(ConsultationText.Find, "With", ConsultationCodes.Partners);
        Assert.Empty(missing);
    }

    private static async Task<string> SendFileAsync(RoomVisitor visitor, string table, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var (status, body, _) = await visitor.SendFileAsync($"{Room}/contacts/import", table, ("act", "check"), ("source", "a test"));
        Assert.Equal(expected, status);
        return body;
    }
}
