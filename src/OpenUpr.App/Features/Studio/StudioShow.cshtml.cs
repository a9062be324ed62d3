using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Studio;
using StudioDocuments = OpenUpr.Drafting.Studio.Studio;

namespace OpenUpr.App.Features.Studio;

/// <summary>One document: its sections with who writes them, its words, what the check finds and where, and what is next.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/studio/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/1", Method = "POST")]
public sealed class StudioShowModel(Rooms rooms) : StudioPage(rooms)
{
    /// <summary>Findings that stand on the page; the rest are behind one line.</summary>
    public const int Shown = 12;

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    public string Next => StudioNext.Of(View.Document, View.Sections.Count, View.Sections.Count(s => s.Section.IsDone), View.Signers.Count(s => s.Consent == OpenUpr.Storage.StudioSigner.Asked));

    /// <summary>What the reader's own forms were that are stored: the browser forgets what it kept of them.</summary>
    public string Clients => Request.Query["sent"].ToString() is { Length: > 0 and <= 64 } sent && sent.All(char.IsAsciiLetterOrDigit) ? sent : "";

    /// <summary>The section that was changed last, for which the form stays open; null for none.</summary>
    public long? Chosen => Number("section") ?? (long.TryParse(Request.Query["section"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null);

    /// <summary>By weight, those about the file aside: the program writes it.</summary>
    public IReadOnlyList<CheckFinding> Findings => [.. Reading.Report?.Findings.Where(f => f.Rule.Code is not ("named-person" or "recognisable-case" or "personal-details")) ?? []];

    public static IEnumerable<Choice> Slots => SectionSlots.All.Select(s => new Choice(s, StudioLabels.Of("Slot", s)));

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Clusters = View.Role.MayOrder ? await ClusterChoicesAsync(cancel) : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var section = Number("section") ?? 0;
        Outcome? outcome = Act switch
        {
            "up" or "down" => await StudioSections.MoveAsync(Rooms, Access, id, section, Act == "up", cancel),
            "remove" or "restore" => await StudioSections.SetRemovedAsync(Rooms, Access, id, section, Act == "remove", cancel),
            "done" or "undone" => await StudioSections.SetDoneAsync(Rooms, Access, id, section, Act == "done", cancel),
            "duty" => await StudioSections.SetDutyAsync(Rooms, Access, id, section, Number("duty"), cancel),
            "level" => await StudioSections.SetLevelAsync(Rooms, Access, id, section, (int)(Number("level") ?? 1), cancel),
            "add" => await StudioSections.AddAsync(Rooms, Access, id, new SectionWish(Text("slot") is { Length: > 0 } slot ? slot : SectionSlots.Free, Text("heading") ?? "", (int)(Number("level") ?? 1), "", null), Number("after"), cancel),
            "tick" => await StudioTicks.SetAsync(Rooms, Access, id, Many("was"), Many("tick"), cancel),
            "remove-template" => await StudioDocuments.RemoveTemplateAsync(Rooms, Access, id, cancel),
            _ => null,
        };
        return outcome is { } done ? await AnswerAsync(done, Act == "remove-template" ? "/studio" : Act is "add" or "restore" or "tick" ? $"/studio/{id}" : $"/studio/{id}?section={section}", "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }
}
