using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>Who gets what of the outcome in which language, how far the translations are, and the files that can be handed on.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/dissemination")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/dissemination", Method = "POST")]
public sealed class DisseminationShowModel(Rooms rooms) : OutcomePage(rooms)
{
    public IReadOnlyList<DisseminationStep> Steps { get; private set; } = [];

    public IReadOnlyList<(string Language, int Count, int Checked)> Into { get; private set; } = [];

    /// <summary>A language by its own name; its tag where it has none here.</summary>
    public static string LanguageName(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Steps, Into) = (await Dissemination.ListAsync(Store, Access, id, cancel), await Translations.LanguagesAsync(Store, Access, id, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        var outcome = Act switch
        {
            "add" => await Dissemination.AddAsync(Rooms, Access, id, new DisseminationWish(Text("audience"), Text("whom"), Text("what"), Text("language"), Text("due")), cancel),
            "done" or "undone" => await Dissemination.SetDoneAsync(Rooms, Access, id, Number("step") ?? 0, Act == "done", cancel),
            "remove" => await Dissemination.RemoveAsync(Rooms, Access, id, Number("step") ?? 0, cancel),
            _ => Outcome.Absent,
        };
        return await AnswerAsync(outcome, FormattableString.Invariant($"/follow-up/{id}/dissemination"), "saved", () => OnGetAsync(id, cancel));
    }
}
