"frame script";
