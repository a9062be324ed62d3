using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.AuditLogs;

/// <summary>Entries of the log as sentences. Files keep the codes.</summary>
public static class AuditText
{
    /// <summary>Deeds that nobody who is signed in can do: entries without a person are the program's own, or the operator's on the command line.</summary>
    private static readonly string[] s_byOperator = ["keys.", "account.", "coalition."];

    /// <summary>"Noor Halim opened the case Heron 1", with the person in bold and the thing linked where it has a page. All of it is encoded.</summary>
    /// <param name="link">The address of a page of this coalition.</param>
    public static IHtmlContent Sentence(AuditRow row, AuditName? name, Func<string, string> link)
    {
        var template = Find(row.Deed, row.Thing) ?? AuditWords.Deed_unknown;
        var page = name is { PageId: > 0 } ? PageOf(AuditNames.KindOf(row.Thing), name.PageId) : null;
        var thing = HtmlEncoder.Default.Encode(NameOf(row, name));
        return new HtmlString(Numbers.Fill(
            HtmlEncoder.Default.Encode(template),
            $"<strong>{HtmlEncoder.Default.Encode(Who(row))}</strong>",
            page is null ? thing : $"<a href=\"{HtmlEncoder.Default.Encode(link(page))}\">{thing}</a>",
            HtmlEncoder.Default.Encode(row.Deed)));
    }

    /// <summary>The sentence of a deed; where the same deed is done to several kinds of thing, that of the kind. Null where there is none.</summary>
    public static string? Find(string deed, string thing) => Word($"Deed_{deed}_{AuditNames.KindOf(thing)}") ?? Word($"Deed_{deed}");

    /// <summary>What entries are about, for the filter: "Cases".</summary>
    public static string Kind(string thing) => Word($"Kind_{thing}") ?? thing;

    private static string Who(AuditRow row) => row.ActorId is not null ? row.Actor ?? WallsWords.Audit_Former
        : row.Deed.EndsWith("-due", StringComparison.Ordinal) ? AuditWords.Who_Program
        : s_byOperator.Any(p => row.Deed.StartsWith(p, StringComparison.Ordinal)) ? AuditWords.Who_Operator : AuditWords.Who_Nobody;

    private static string NameOf(AuditRow row, AuditName? name) => name?.Name is { } text ? text
        : name is not null && AuditNames.KindOf(row.Thing) == "terms" ? Numbers.Fill(AuditWords.Name_Version, name.PageId)
        : row.ThingId is > 0 ? Numbers.Fill(AuditWords.Name_Number, row.ThingId.Value.ToString(CultureInfo.InvariantCulture)) : "";

    private static string? PageOf(string kind, long id) => kind switch
    {
        "member" => FormattableString.Invariant($"/people/{id}"),
        "organisation" => FormattableString.Invariant($"/organisations/{id}"),
        "cluster" => FormattableString.Invariant($"/clusters/{id}"),
        "plan-task" => FormattableString.Invariant($"/plan/tasks/{id}"),
        "review-day" => FormattableString.Invariant($"/review-day/{id}"),
        "draft" => FormattableString.Invariant($"/drafts/{id}"),
        "priority" => FormattableString.Invariant($"/priorities/{id}"),
        "matrix" => FormattableString.Invariant($"/matrix/{id}"),
        "follow-up" => FormattableString.Invariant($"/follow-up/{id}"),
        "action" => FormattableString.Invariant($"/follow-up/{id}/actions"),
        "action-version" => FormattableString.Invariant($"/action-versions/{id}"),
        "report" => FormattableString.Invariant($"/follow-up/{id}/reports"),
        "report-version" => FormattableString.Invariant($"/report-versions/{id}"),
        "assessment" => FormattableString.Invariant($"/follow-up/{id}/monitoring"),
        "round" => FormattableString.Invariant($"/follow-up/{id}/monitoring/rounds"),
        "studio" => FormattableString.Invariant($"/studio/{id}"),
        "press" => FormattableString.Invariant($"/press/{id}"),
        "contact" => FormattableString.Invariant($"/contacts/{id}"),
        "event" => FormattableString.Invariant($"/events/{id}"),
        "consultation" => FormattableString.Invariant($"/consultation/{id}"),
        "meeting" or "decision" => FormattableString.Invariant($"/meetings/{id}"),
        "terms" => FormattableString.Invariant($"/terms?version={id}"),
        "evidence-case" or "evidence-file" => FormattableString.Invariant($"/evidence/{id}"),
        _ => null,
    };

    private static string? Word(string name) => AuditWords.ResourceManager.GetString(name.Replace('-', '_').Replace('.', '_'), CultureInfo.CurrentUICulture);
}
