using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Studio;

/// <summary>Every version of a section, and any two of them side by side.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/studio/1/history")]
public sealed class StudioHistoryModel(Rooms rooms) : StudioPage(rooms)
{
    /// <summary>The section that is shown; null where the document has none.</summary>
    public StudioSection? Section { get; private set; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<(StudioVersion Version, string? Author)> Versions { get; private set; } = [];

    public StudioVersion First { get; private set; } = null!;

    public StudioVersion Second { get; private set; } = null!;

    /// <summary>The words of the two, each with whether the other has them too.</summary>
    public (IReadOnlyList<WordRun> First, IReadOnlyList<WordRun> Second) Words { get; private set; }

    public IEnumerable<StudioSection> Sections => View.Sections.Concat(View.Removed).Select(s => s.Section);

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Section = Sections.FirstOrDefault(s => Is("section", s.Id)) ?? Sections.FirstOrDefault();
        if (Section is null)
        {
            return Page();
        }

        Versions = await StudioRows.VersionsAsync(Store, Access, id, Section.Id, cancel);
        Second = Versions.Select(v => v.Version).FirstOrDefault(v => Is("to", v.Number)) ?? Versions[0].Version;
        First = Versions.Select(v => v.Version).FirstOrDefault(v => Is("from", v.Number)) ?? Versions.Select(v => v.Version).FirstOrDefault(v => v.Number < Second.Number) ?? Second;
        Words = WordDifference.Of($"{First.Heading}\n{First.Text}", $"{Second.Heading}\n{Second.Text}");
        return Page();
    }

    private bool Is(string name, long number) => Request.Query[name].ToString() == number.ToString(CultureInfo.InvariantCulture);
}
