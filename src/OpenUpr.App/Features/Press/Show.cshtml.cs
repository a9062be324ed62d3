using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Press;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Press;

/// <summary>One text: its newest version or an older one, its blanks, whether it is approved.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/press/1")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/press/1", Method = "POST")]
public sealed class ShowModel(Rooms rooms, Labels labels) : CoalitionForm(rooms)
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<PressVersion> Versions { get; private set; } = [];

    public PressVersion Shown { get; private set; } = null!;

    public bool IsNewest => Shown == Versions[0];

    public Labels Labels => labels;

    public IReadOnlyList<string> Blanks => PressTexts.BlanksOf(Shown.Text.Title + "\n" + Shown.Text.Text);

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        Versions = await PressTexts.ReadAsync(Store, Access, id, cancel);
        var asked = Request.Query["version"].ToString();
        if (Versions.Count == 0 || (asked.Length == 0 ? Versions[0] : Versions.FirstOrDefault(v => v.Text.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == asked)) is not { } shown)
        {
            return NotFound();
        }

        Shown = shown;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel) => Act is not ("approve" or "withdraw") ? NotFound()
        : await AnswerAsync(await PressTexts.ApproveAsync(Rooms, Access, id, (int)(Number("number") ?? 0), Act == "approve", cancel), $"/press/{id}", "saved", () => OnGetAsync(id, cancel));
}
