using System.CommandLine;
using Oms.Graph.Authentication;
using Oms.Graph.Hosting;

namespace Oms.Graph.CommandLine;

/// <summary><c>token</c>: prints a signed token and nothing else. Whoever can read the data folder may do this.</summary>
internal static class TokenCommand
{
    private static readonly Option<string> User = new("--user") { Description = "Who the token is for.", Required = true, HelpName = "NAME" };

    private static readonly Option<string[]> Roles = new("--role")
    {
        Description = "A role; may be given several times.", Required = true, HelpName = "ROLE", AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<double> Hours = new("--hours")
    {
        Description = "How long it is good, more than 0 and at most 8760.", DefaultValueFactory = _ => 12, HelpName = "N",
    };

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        Roles.AcceptOnlyFromAmong([.. RoleNames.All]);
        Hours.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 8760))
                result.AddError("--hours takes a number above 0 and up to 8760");
        });
        User.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()) || result.GetValueOrDefault<string>()!.Length > 256)
                result.AddError("--user takes a name of 1 to 256 characters");
        });
        var command = new Command("token", "Prints a signed token for yourself.") { User, Roles, Hours };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var folder = DataFolder.Create(parsed.GetValue(OmsCommand.Data)!);
        var issuer = new LocalTokenIssuer(LocalSigningKey.Load(folder), TimeProvider.System);
        Console.Out.WriteLine(issuer.Issue(parsed.GetValue(User)!, parsed.GetValue(Roles)!, TimeSpan.FromHours(parsed.GetValue(Hours))));
        return ExitCode.Done;
    }
}
