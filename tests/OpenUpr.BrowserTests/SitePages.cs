namespace OpenUpr.BrowserTests;

/// <summary>Every kind of page in every state that looks different, by its address on the demonstration.</summary>
public static class SitePages
{
    public static readonly string[] Addresses =
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
        "/api",
        "/help",
        "/no-such-page",
    ];

    public static TheoryData<string> All => [.. Addresses];
}
