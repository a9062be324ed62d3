using System.CommandLine;
using System.CommandLine.Invocation;

namespace OpenUpr.App.Cli;

/// <summary>openupr --version: the number alone.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(typeof(PrintVersion).Assembly.GetName().Version!.ToString(3));
        return Exit.Done;
    }
}
