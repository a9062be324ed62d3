using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.App.Features.Drafting;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Studio;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Studio;

/// <summary>Writing a section. Where two write at once, the second sees all three texts and loses no word.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/1/sections/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/1/sections/1", Method = "POST")]
public sealed class SectionEditModel(Rooms rooms) : StudioPage(rooms)
{
    public SectionRow Row { get; private set; } = null!;

    public StudioSection Section => Row.Section;

    /// <summary>What the form begins with.</summary>
    public (string Heading, string Text) Begin { get; private set; }

    /// <summary>The version that the form begins with.</summary>
    public int FormNumber { get; private set; }

    /// <summary>The form's own number.</summary>
    public string Client { get; private set; } = Arrivals.NewClient();

    public string? Note { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>The unsent copy that the form shows; null where it begins with what is stored.</summary>
    public StudioCopy? Copy { get; private set; }

    /// <summary>Null but after two changes met.</summary>
    public ClashView? Clash { get; private set; }

    /// <summary>Recommendations that the coalition drafted on the section's priority; on any where it is about none.</summary>
    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long section, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || View.Sections.Concat(View.Removed).FirstOrDefault(s => s.Section.Id == section) is not { } row)
        {
            return NotFound();
        }

        // What was typed while somebody sent the document, or took the section out, is shown so that it can be copied.
        if (!row.MayWrite && Failed?.Refused != Refusal.Closed)
        {
            return SeeOther(Here());
        }

        Row = row;
        if (!IsPost)
        {
            await BeginAsync(cancel);
        }
        else if (Begin.Text is null)
        {
            (Begin, FormNumber, Client, Note, IsDone) = ((Text("heading") ?? "", Inserted()), (int)(Number("number") ?? row.Section.Number), Text("client") ?? Client, Text("note"), Flag("done"));
        }

        // Words are counted in what stands in the form.
        var source = await StudioSources.ReadAsync(Store, Access, View, cancel);
        Reading = StudioReading.Of(source with { Sections = [.. source.Sections.Select(s => s.Id == section ? s with { Heading = Begin.Heading, Text = Short(Begin.Text!) } : s)] }, Rooms.Today.Year, cancel);
        Drafts = [.. (await DraftRows.ListAsync(Store, Access, cancel)).Where(d => d.Draft.State != DraftRecommendation.Dropped && (row.Section.PriorityId is null || d.Draft.PriorityId == row.Section.PriorityId))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long section, CancellationToken cancel)
    {
        switch (Act)
        {
            case "drop":
                await SectionCopies.DropAsync(Rooms, Access, section, cancel);
                return await StudioRows.ReadAsync(Store, Access, id, cancel) is null ? NotFound() : SeeOther(Link($"/studio/{id}/sections/{section}"));
            case "count":
                return await OnGetAsync(id, section, cancel) is NotFoundResult missing ? missing : Partial("_Words", (Reading, (long?)section));
            case "save":
                var saved = await SectionWriting.SaveAsync(Rooms, Access, id, section, new SectionText(Text("heading"), Text("draft"), Text("note"), (int?)Number("number"), Text("client"), Flag("done")), cancel);
                await MeetAsync(saved.Clash, id, section, cancel);
                return await AnswerAsync(saved.Outcome, $"/studio/{id}?sent={Uri.EscapeDataString(Text("client") ?? "")}", "saved", () => OnGetAsync(id, section, cancel));
            default:
                // A recommendation that was chosen, or only a look: nothing is stored.
                return await OnGetAsync(id, section, cancel);
        }
    }

    /// <summary>What the form shows: one's unsent copy, or what is stored.</summary>
    private async Task BeginAsync(CancellationToken cancel)
    {
        (Begin, FormNumber, IsDone) = ((Section.Heading, Section.Text), Section.Number, Section.IsDone);
        if (Request.Query["copy"] != "no" && await SectionCopies.FindAsync(Store, Access, Section.Id, cancel) is { } copy && copy.Text.Trim() != Section.Text)
        {
            (Copy, Begin, FormNumber, Client, Note) = (copy, (Section.Heading, copy.Text), copy.Number, copy.ClientId, copy.Note);
        }
    }

    private async Task MeetAsync(SectionClash? clash, long id, long section, CancellationToken cancel)
    {
        if (clash is not null)
        {
            var author = (await StudioRows.VersionsAsync(Store, Access, id, section, cancel)).FirstOrDefault(v => v.Version.Number == clash.Theirs.Number).Author;
            Clash = new ClashView(clash.Base.Number, clash.Theirs.Number, author, clash.Text, clash.Theirs.Note, clash.Theirs.Heading == clash.Heading ? "" : clash.Theirs.Heading);
            (Begin, FormNumber, Client, Note, IsDone) = ((clash.Heading, clash.Text.Text), clash.Theirs.Number, Text("client") ?? Client, Text("note"), Flag("done"));
        }
    }

    private string Inserted()
    {
        var text = (Text("draft") ?? "").ReplaceLineEndings("\n");
        return Number("insert") is not null && Text("recommendation-" + Text("insert")) is { Length: > 0 } chosen ? $"{text.TrimEnd()}\n\nR: {chosen}\n".TrimStart() : text;
    }

    private static string Short(string text) => text.Length <= StudioText.MaxText ? text : text[..StudioText.MaxText];
}
