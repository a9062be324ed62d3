using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Mechanism;
using OpenUpr.FollowUp.Monitoring;

namespace OpenUpr.App.Features.Mechanism;

/// <summary>The actions or recommendations behind a number of the dashboard, of one body or of all; and giving a body's actions to a guest who reports on them.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/mechanism/rows")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/follow-up/1/mechanism/rows", Method = "POST")]
public sealed class MechanismRowsModel(Rooms rooms) : MechanismPage(rooms)
{
    private static readonly string[] s_recommendations = ["supported", "noted", "unanswered", "unanswered-supported", "unanswered-noted", .. MechanismView.Lights];

    public string Show { get; private set; } = "all";

    /// <summary>Null for all.</summary>
    public string? Body { get; private set; }

    public BodyLine? Line => Mechanism.Bodies.FirstOrDefault(b => b.Name == Body);

    public IReadOnlyList<ReportedAction> Actions { get; private set; } = [];

    public IReadOnlyList<MonitoredRow> Recommendations { get; private set; } = [];

    public IReadOnlyList<Choice> Guests { get; private set; } = [];

    public string Heading => string.Join(": ", new[] { Body, Show == "all" ? null : s_recommendations.Contains(Show) && MechanismView.Lights.Contains(Show) ? Monitoring.MonitoringLabels.Of("Light", Show) : Show is "planned" or "agreed" or "begun" or "done" ? Features.Actions.ActionLabels.Of("State", Show) : Word("Show", Show) }.OfType<string>().DefaultIfEmpty(MechanismWords.All));

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadMechanismAsync(id, cancel))
        {
            return NotFound();
        }

        Body = Request.Query["body"].FirstOrDefault() is { Length: > 0 } name ? name : null;
        Show = Request.Query["show"].FirstOrDefault() is { } show && (MechanismView.Shows.Contains(show) || s_recommendations.Contains(show)) ? show : "all";
        var isRecommendations = s_recommendations.Contains(Show);
        Actions = isRecommendations ? [] : Show == "all" ? Body is null ? Mechanism.Actions : Line?.Actions ?? [] : Mechanism.Count(Show, Body);
        Recommendations = isRecommendations ? Mechanism.Recommendations(Show, Body) : Show == "all" && Body is not null ? Line?.Rows ?? [] : [];
        Guests = MayOrder && Body is not null ? [.. (await People.ListAsync(Store, Access, cancel)).Where(p => p.LeftAt is null && p.Role == CoalitionRole.Guest).Select(p => new Choice(Number(p.Id)!, CoalitionText.Name(p.Name)))] : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var chosen = Many("chosen").Select(c => long.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out var action) ? action : 0).ToList();
        return await AnswerAsync(await ReportDuties.GiveAsync(Rooms, Access, View, Number("guest") ?? 0, chosen, cancel), string.Create(CultureInfo.InvariantCulture, $"/follow-up/{id}/mechanism"), "saved", () => OnGetAsync(id, cancel));
    }
}
