return await Oms.Graph.CommandLine.OmsCommand.RunAsync(args);
