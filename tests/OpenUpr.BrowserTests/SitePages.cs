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
        "/compare?states=XAR,XUL,XSA&cycle=2",
        "/compare?issues=detention,death-penalty",
        "/compare?states=XAR,Atlantis",
        "/help",
        "/no-such-page",
    ];

    public static TheoryData<string> All => [.. Addresses];
}
