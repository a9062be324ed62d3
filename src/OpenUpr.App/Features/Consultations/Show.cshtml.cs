using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Consultations;
using OpenUpr.Storage;
using Held = OpenUpr.Planning.Consultations.Consultations;

namespace OpenUpr.App.Features.Consultations;

/// <summary>One consultation: how good it was, what the coalition does about it, what was raised and what the national report made of it.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/consultation/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/consultation/1", Method = "POST")]
public sealed class ShowModel(Rooms rooms) : CoalitionForm(rooms)
{
    public Consultation Found { get; private set; } = null!;

    public QualityTest Test { get; private set; } = null!;

    public IReadOnlyList<RaisedRow> Issues { get; private set; } = [];

    public IReadOnlyList<NationalReport> Reports { get; private set; } = [];

    public string? Country { get; private set; }

    public bool MayChange { get; private set; }

    public IEnumerable<(string Label, string Value)> Facts =>
    [
        (ConsultationWords.Field_Asked, Written(Found.AskedOn)), (ConsultationWords.Field_Told, Written(Found.ToldOn)), (ConsultationWords.Field_Held, Written(Found.HeldOn)), (ConsultationWords.Field_Comments, Written(Found.CommentsBy)),
        (ConsultationWords.Field_Minutes, Found.Minutes is { } minutes ? Numbers.Count(minutes) : ""), (ConsultationWords.Field_Invitees, Names("Invitee", Found.Invitees)), (ConsultationWords.Field_Channels, Names("Channel", Found.Channels)),
    ];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await Held.FindAsync(Store, Access, id, cancel) is not { } found)
        {
            return NotFound();
        }

        (Found, Test) = (found, QualityTest.Of(found));
        MayChange = Access.Is(CoalitionRole.Editor) || (Access.Is(CoalitionRole.Contributor) && found.AuthorId == Access.MemberId);
        Country = (await Profiles.ReadAsync(Store, Access, cancel)).Coalition.Country;
        Issues = await RaisedIssues.ListAsync(Store, Access, id, cancel);
        Reports = await RaisedIssues.ReportsAsync(Store, Country, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "test" => await Held.TestAsync(Rooms, Access, id, Answers(), cancel),
            "choose" => await Held.ChooseAsync(Rooms, Access, id, Text("choice"), Text("reason"), cancel),
            "issue" => await RaisedIssues.SaveAsync(Rooms, Access, id, Number("number"), new RaisedWish(Text("issue"), Text("text"), Text("fate"), Number("report"), Text("paragraphs"), Text("next"), Text("note")), cancel),
            "draft" => await RaisedIssues.DraftAsync(Rooms, Access, id, Number("number") ?? 0, cancel),
            "remove-issue" => await RaisedIssues.RemoveAsync(Rooms, Access, id, Number("number") ?? 0, cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, $"/consultation/{id}", Act == "remove-issue" ? "removed" : "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }

    /// <summary>Fields named by the question, such as test-notice.</summary>
    private Dictionary<string, string> Answers() => ConsultationCodes.Questions.SelectMany(q => q.Value).Where(q => Text($"test-{q}") is not null).ToDictionary(q => q, q => Text($"test-{q}")!);

    private static string Written(DateOnly? day) => day is { } known ? Dates.Day(known) : "";

    private static string Names(string group, string codes) => string.Join(", ", codes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(c => ConsultationText.Of(group, c)));
}
