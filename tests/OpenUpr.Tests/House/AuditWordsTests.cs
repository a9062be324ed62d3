using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using OpenUpr.App.Features.AuditLogs;
using OpenUpr.Coalitions;

namespace OpenUpr.Tests.House;

/// <summary>Every deed that the code logs has its sentence, so that the secretariat never reads a code.</summary>
public sealed partial class AuditWordsTests
{
    /// <summary>Codes that are put together, each with all that it can become.</summary>
    private static readonly Dictionary<string, string[]> s_made = new(StringComparer.Ordinal)
    {
        ["evidence-file.download-original.{reason}"] = [.. OpenUpr.Evidence.OriginalReasons.All.Select(r => $"evidence-file.download-original.{r}")],
        ["studio.{code}"] = [.. OpenUpr.Drafting.Studio.StudioSteps.All.Select(s => $"studio.{s.Code}")],
        ["sheet.{target.Kind}"] = ["sheet.meetings", "sheet.organisations", "sheet.people", "sheet.trainings"],
        ["{book}.remove"] = ["training.remove", "grant.remove", "absent.remove"],
        ["{thing}.add"] = ["training.add", "absent.add"],
    };

    /// <summary>Texts of the same shape in the same files that are no deeds of a room: the place of a sealed column, names of files, deeds of the installation's own log.</summary>
    private static readonly string[] s_others = ["organisations.logo", "table.column.id", "founding.{Who}", "publication.trust", "publication.take", "publication.remove", "publication.distrust"];

    /// <summary>Done before there is a member who could be named.</summary>
    private const string Unnamed = "coalition.found";

    [Fact]
    public void Every_deed_that_is_logged_has_a_sentence_that_names_who()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(HouseRulesTests.FindRoot(), "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(t => t.Contains("Audit.AddAsync(", StringComparison.Ordinal) || t.Contains("ooms.WriteAsync(", StringComparison.Ordinal) || t.Contains("Meetings.ChangeAsync(", StringComparison.Ordinal)).ToList();
        var plain = sources.SelectMany(t => Deed().Matches(t).Select(m => m.Groups[1].Value)).Except(s_others);
        var made = sources.SelectMany(t => MadeDeed().Matches(t).Select(m => m.Groups[1].Value)).Except(s_others).Distinct().ToList();
        Assert.Equal([], made.Except(s_made.Keys));

        var deeds = plain.Concat(made.SelectMany(m => s_made[m])).Distinct().ToList();
        Assert.InRange(deeds.Count, 60, 1_000);
        Assert.Equal([], deeds.Where(d => AuditText.Find(d, "") is not { } sentence || (d != Unnamed && !sentence.Contains("{0}", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_sentence_names_the_person_links_the_thing_and_lets_no_markup_through()
    {
        var row = new AuditRow(7, DateTimeOffset.UnixEpoch, 3, "<b>Noor</b>", "evidence-file.download", "evidence-file", 12, "", "");
        var sentence = Text(row, new AuditName("Heron & 1", 4));
        Assert.Equal("<strong>&lt;b&gt;Noor&lt;/b&gt;</strong> downloaded a file of the case <a href=\"/room/evidence/4\">Heron &amp; 1</a>, the cleaned copy", sentence);
        Assert.Equal("<strong>a former member</strong> downloaded a file of the case no. 12, the cleaned copy", Text(row with { Actor = null }, null));
        Assert.StartsWith("<strong>The program</strong>", Text(row with { ActorId = null, Deed = "evidence.shred-due" }, null), StringComparison.Ordinal);
        Assert.EndsWith("the terms of reference, <a href=\"/room/terms?version=2\">version 2</a>", Text(row with { Deed = "share.add", Thing = TermsBook.Thing }, new AuditName(null, 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_thing_that_is_logged_has_a_word_to_choose_it_by()
    {
        var things = typeof(Audit).Assembly.GetTypes().Select(t => t.GetField("Thing", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)).OfType<FieldInfo>().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Distinct().ToList();
        Assert.Contains(OpenUpr.FollowUp.Mechanism.ReportDuties.Thing, things);
        Assert.Equal([], things.Where(t => AuditText.Kind(t) == t));
    }

    private static string Text(AuditRow row, AuditName? name)
    {
        using var writer = new StringWriter();
        AuditText.Sentence(row, name, path => "/room" + path).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    [GeneratedRegex("""(?<!\$)"([a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+)"(?!u8)""")]
    private static partial Regex Deed();

    [GeneratedRegex(@"\$\x22(\{\w+\}\.[a-z-]+|[a-z]+(?:-[a-z]+)*\.(?:[a-z-]+\.)?\{[\w.]+\})\x22")]
    private static partial Regex MadeDeed();
}
