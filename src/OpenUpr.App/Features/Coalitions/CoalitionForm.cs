using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>A page of a room with a form. It reads the fields that it names and no others, and shows again what was typed.</summary>
public abstract class CoalitionForm(Rooms rooms) : CoalitionPage(rooms.Store)
{
    public Rooms Rooms => rooms;

    /// <summary>Why what was asked for was not done; null where nothing was asked or it was done.</summary>
    public Outcome? Failed { get; private set; }

    /// <summary>The sentence for what is wrong.</summary>
    public virtual string? Problem => Failed?.Refused is { } why ? CoalitionText.Of("Refusal", why) : null;

    /// <summary>Which button was pressed.</summary>
    protected string? Act => Text("act");

    protected bool IsPost => HttpMethods.IsPost(Request.Method) && Request.HasFormContentType;

    protected string? Text(string name) => IsPost ? Request.Form[name].FirstOrDefault() : null;

    protected long? Number(string name) => long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected bool Flag(string name) => Text(name) == "yes";

    protected IReadOnlyList<string> Many(string name) => IsPost ? [.. Request.Form[name].OfType<string>()] : [];

    /// <summary>After a deed: on to a page that says so; the same page with what is wrong; or nothing there.</summary>
    /// <param name="path">Inside the room.</param>
    /// <param name="done">Names the sentence that the next page shows.</param>
    protected async Task<IActionResult> AnswerAsync(Outcome outcome, string path, string done, Func<Task<IActionResult>> again)
    {
        if (outcome.Refused == Refusal.Absent)
        {
            return NotFound();
        }

        if (outcome.IsDone)
        {
            return SeeOther(Link(path) + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "done=" + done);
        }

        return await FailAsync(outcome, again);
    }

    protected async Task<IActionResult> FailAsync(Outcome outcome, Func<Task<IActionResult>> again)
    {
        Failed = outcome;
        var shown = await again();
        Response.StatusCode = outcome.Refused is Refusal.Conflict or Refusal.OldTerms or Refusal.Closed ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return shown;
    }

    /// <summary>Whether the person showed a short while ago that it is them; dangerous acts are for nobody who only found an unlocked computer.</summary>
    protected bool IsProved => HttpContext.SignedIn() is { } me && AccountSessions.IsFresh(rooms.Time, me.ProvedAt);

    /// <summary>The form again with all that was typed, and the way to show that it is them; it can then be sent once more.</summary>
    protected Task<IActionResult> AskForProofAsync(Func<Task<IActionResult>> again) => FailAsync(Outcome.Not(Refusal.NotProved), again);

    public FieldView Field(string name, string label, string? value = null, string kind = "text", string? hint = null, bool required = false, IEnumerable<Choice>? choices = null) => new(
        name, label, Failed is null ? value : kind == "check" ? (Flag(name) ? "yes" : null) : Text(name), kind, hint, Failed?.Field == name ? Problem : null, required, choices?.ToList() ?? []);

    /// <summary>The boxes of a long list that are checked.</summary>
    public IReadOnlyCollection<string> Checked(string name, string? stored) => Failed is null ? stored?.Split('\n') ?? [] : Many(name);

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static IEnumerable<Choice> Choices(string kind, IEnumerable<string> codes) => codes.Select(c => new Choice(c, CoalitionText.Of(kind, c)));

    public static IEnumerable<Choice> Languages => Founding.Languages.Select(l => new Choice(l, CultureInfo.GetCultureInfo(l).NativeName));

    public IEnumerable<Choice> Countries => Store.Reference.States.Select(s => new Choice(s.Iso3, s.Name(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName))).OrderBy(c => c.Label, StringComparer.CurrentCulture);

    /// <summary>The member organisations that have not left.</summary>
    protected async Task<IReadOnlyList<Choice>> OrganisationChoicesAsync(CancellationToken cancel) =>
        [.. (await MemberOrganisations.ListAsync(Store, Access, cancel)).Where(o => o.LeftOn is null).Select(o => new Choice(o.Id.ToString(CultureInfo.InvariantCulture), o.Name))];

    /// <summary>The people who are in, guests aside.</summary>
    protected async Task<IReadOnlyList<Choice>> PersonChoicesAsync(CancellationToken cancel) =>
        [.. (await People.ListAsync(Store, Access, cancel)).Where(p => p.LeftAt is null && p.Role > CoalitionRole.Guest).Select(p => new Choice(p.Id.ToString(CultureInfo.InvariantCulture), CoalitionText.Name(p.Name)))];

    public static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
