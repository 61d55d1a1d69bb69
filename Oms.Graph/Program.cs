Console.WriteLine("Oms.Graph");
