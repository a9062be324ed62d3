using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Sources.UprInfo;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Data;

[Access(AccessAttribute.Public, "/data")]
public sealed class ShowModel(Store store, LiveIndex live, DataNote note, DocumentNote documents, Labels labels, TimeProvider time) : PageModel
{
    /// <summary>Lines of a list that stands on the page; the rest is only counted.</summary>
    public const int Shown = 25;

    /// <summary>A regional group or organisation with its members of today.</summary>
    public sealed record GroupLine(string Code, string Name, int Members);

    public DataBasis Basis { get; private set; } = null!;

    public IReadOnlyList<StoredDocument> Documents { get; private set; } = [];

    public IReadOnlyList<StoredImport> Imports { get; private set; } = [];

    /// <summary>The whole store, pledges left out.</summary>
    public SearchResult All { get; private set; } = null!;

    public int Pledges { get; private set; }

    public IReadOnlyList<CycleStatement> Cycles { get; private set; } = [];

    public IReadOnlyList<KnownGap> Gaps { get; private set; } = [];

    /// <summary>Memberships that began or ended since the first session.</summary>
    public IReadOnlyList<MembershipChange> Memberships { get; private set; } = [];

    public IReadOnlyList<GroupLine> Groups { get; private set; } = [];

    public IReadOnlyList<GroupLine> Organisations { get; private set; } = [];

    public Labels Labels => labels;

    public bool IsDemo => store.World == World.Demo;

    public DateOnly Today => Geneva.Today(time);

    /// <summary>How to name this collection as a source.</summary>
    public string Citation => Numbers.Fill(
        IsDemo ? GuideWords.Cite_Demo : GuideWords.Cite_Text, Numbers.Count(All.Pairs), Basis.AsOf is { } asOf ? Dates.Day(asOf) : GuideWords.Cite_NoData,
        $"{Request.Scheme}://{Request.Host}/recommendations", Dates.Day(Today));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Basis = await note.ReadAsync(cancel);
        Documents = await documents.ReadAsync(cancel);
        Imports = await StoreContents.ImportsAsync(store, Shown, cancel);
        All = live.Current.Run(SearchQuery.Everything, new SearchPage(Limit: 0, Facets: false));
        Pledges = live.Current.Run(new SearchQuery(null, SearchFilters.None with { Kind = KindFilter.Pledge }), new SearchPage(Limit: 0, Facets: false)).Pairs;
        Cycles = store.Reference.CycleStatements;
        Gaps = KnownGap.ReadAll(store.World);
        var first = store.Reference.Sessions[0].Start;
        Memberships = [.. MembershipChange.ReadAll(store.Reference).Where(m => m.From > first || m.To > first)];
        var states = store.Reference.States;
        Groups = [.. store.Reference.RegionalGroups.Select(g => new GroupLine(g.Code, g.NameEn, states.Count(s => store.Reference.GroupOf(s.Iso3, Today) == g.Code)))];
        Organisations = [.. store.Reference.Organisations.Select(o => new GroupLine(o.Code, o.NameEn, states.Count(s => store.Reference.OrganisationsOf(s.Iso3, Today).Contains(o.Code))))];
    }

    /// <summary>What a kind of document is called; a kind that has no name yet shows its code.</summary>
    public static string KindName(string kind) => kind switch
    {
        UprInfoExport.Kind => GuideWords.Kind_UprInfoExport,
        "demo" => GuideWords.Kind_Demo,
        _ => kind,
    };

    /// <summary>"Sessions 1 to 5", or that nothing new came from it.</summary>
    public static string SessionsOf(StoredDocument document) => document switch
    {
        { FirstSession: null } => GuideWords.Store_NothingNew,
        { FirstSession: var first, LastSession: var last } when first == last => Labels.Session(first.Value),
        { FirstSession: var first, LastSession: var last } => Numbers.Fill(GuideWords.Store_Sessions, first, last),
    };

    /// <summary>A date as exact as its source gives it: a day, a month or a year.</summary>
    public static string When(string? date) => date switch
    {
        null => GuideWords.Store_NotKnown,
        { Length: 10 } => Dates.Day(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        { Length: 7 } => DateOnly.ParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture).ToString("Y", CultureInfo.CurrentCulture),
        _ => date,
    };

    /// <summary>When a membership held.</summary>
    public static string Held(MembershipChange change) => change switch
    {
        { From: { } from, To: { } to } => Numbers.Fill(GuideWords.Member_FromTo, Dates.Day(from), Dates.Day(to)),
        { From: { } from } => Numbers.Fill(GuideWords.Member_From, Dates.Day(from)),
        { To: { } to } => Numbers.Fill(GuideWords.Member_To, Dates.Day(to)),
        _ => "",
    };
}
