namespace OpenUpr.App.Cli;

/// <summary>The passphrase of a sealed file: from the environment, or typed at the terminal without being shown; never from the command line, which other users can see.</summary>
internal static class BackupPassphrase
{
    /// <summary>Characters; four words of a list make about 25. Shorter ones are guessed by machine.</summary>
    public const int Shortest = 12;

    /// <summary>For a new file: long enough, and typed twice.</summary>
    /// <exception cref="CliException">There is none, it is too short, or the two differ.</exception>
    public static string New(Terminal terminal)
    {
        var given = FromEnvironment(terminal);
        var passphrase = given ?? Ask(terminal, $"A passphrase for the file, {Shortest} characters or more (it is not shown): ");
        if (passphrase.Length < Shortest)
        {
            throw new CliException($"The passphrase is too short. Take {Shortest} characters or more, such as four words that do not belong together, and keep it apart from the file: without it nobody can read the file.");
        }

        return given is not null || Ask(terminal, "The same again: ") == passphrase ? passphrase : throw new CliException("The two passphrases differ. Nothing was written.");
    }

    /// <exception cref="CliException">There is none.</exception>
    public static string Existing(Terminal terminal) => FromEnvironment(terminal) ?? Ask(terminal, "The passphrase of the file (it is not shown): ");

    private static string? FromEnvironment(Terminal terminal) => terminal.Environment(Settings.BackupPassphrase.Name) is { Length: > 0 } given ? given : null;

    private static string Ask(Terminal terminal, string question)
    {
        if (terminal.ReadSecret is not { } read)
        {
            throw new CliException($"A passphrase is needed. Set {Settings.BackupPassphrase.Name}, or run the command at a terminal to be asked for it.");
        }

        terminal.Talk.Write(question);
        var answer = read();
        terminal.Talk.WriteLine();
        return answer;
    }
}
