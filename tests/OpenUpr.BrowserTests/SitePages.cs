namespace OpenUpr.BrowserTests;

/// <summary>Every kind of page in every state that looks different, by its address on the demonstration.</summary>
public static class SitePages
{
    /// <summary>The way from the home page to a recommendation: search, States, calendar, sessions, reviews.</summary>
    public static readonly string[] Finding =
    [
        "/",
        "/recommendations",
        "/recommendations?q=rights&response=noted&action=5",
        "/recommendations?open=sur",
        "/recommendations?q=detentoin",
        "/recommendations?q=rights&sur=XAR&rs=XAR",
        "/recommendations?issue=Detentoin",
        "/recommendations?kind=all&size=100",
        "/recommendations?page=5000",
        "/recommendations/1",
        "/states",
        "/states?region=EEG",
        "/states/XAR",
        "/states/XAL",
        "/calendar",
        "/calendar?cycle=4",
        "/calendar?session=9",
        "/calendar?state=XTO",
        "/calendar?state=XAL",
        "/calendar?kind=mid-term-report",
        "/states/XTO",
        "/states/XTO/infographic",
        "/states/XNI/made",
        "/states/XAL/made",
        "/sessions",
        "/sessions/14",
        "/sessions/29",
        "/sessions/54",
        "/reviews/XAR/42",
        "/reviews/XTO/54",
        "/reviews/XAR/15",
    ];

    /// <summary>Everything else: figures, comparisons, papers, writing, help.</summary>
    public static readonly string[] Others =
    [
        "/cycles",
        "/cycles/1",
        "/cycles/3",
        "/issues",
        "/issues/womens-rights",
        "/groups",
        "/groups/EEG",
        "/organisations/EU",
        "/statistics",
        "/statistics?by=sur",
        "/statistics?by=issue&q=rights&response=noted",
        "/statistics?by=trends",
        "/statistics?by=trends-cycle",
        "/statistics?by=matrix",
        "/statistics?by=rs&across=sur",
        "/statistics?by=support&order=share",
        "/statistics?issue=Detentoin",
        "/statistics?q=rights&sur=XAR&rs=XAR",
        "/compare",
        "/implementation",
        "/implementation/1",
        "/outcomes/islands-outcome",
        "/compare?states=XAR,XUL,XSA&cycle=2",
        "/compare?issues=detention,death-penalty",
        "/compare?states=XAR,Atlantis",
        "/api",
        "/help",
        "/help?lang=fr",
        "/data",
        "/documents/1",
        "/glossary",
        "/instruments",
        "/instruments/cedaw",
        "/check",
        "/wording?state=XAR",
        "/targets",
        "/targets?sur=XTO&issue=detention&order=balanced",
        "/targets/briefing?sur=XTO&rs=XME&issue=detention",
        "/documents",
        "/documents?paper=sumary",
        "/documents?q=rights",
        "/no-such-page",
    ];

    /// <summary>The pages that are there only for a curator, on a store with two doubts.</summary>
    public static readonly string[] Curating =
    [
        "/curate",
        "/curate/upload",
        "/curate/uploads/0000000000000000",
        "/curate/doubts",
        "/curate/doubts/1",
        "/curate/doubts?kind=citation-unresolved",
        "/curate/doubts?kind=text-differs",
        "/curate/doubts/many?kind=text-differs&act=stored",
        "/curate/log",
        "/curate/missing",
        "/curate/labels",
        "/curate/labels/next",
        "/recommendations/1",
    ];

    public static TheoryData<string> ToFind => [.. Finding];

    public static TheoryData<string> OtherPages => [.. Others];

    public static TheoryData<string> All => [.. Finding, .. Others];
}
